/** As much of the types of `oidc-provider`, which brings none, as the tests need. */
declare module "oidc-provider" {
  import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

  export interface Grant {
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }
  export interface Context {
    path: string;
    status: number;
    body: unknown;
    respond: boolean;
    req: IncomingMessage;
    res: ServerResponse;
    oidc: {
      client?: { clientId: string };
      session?: { accountId: string };
      provider: { Grant: new (facts: { clientId: string; accountId: string }) => Grant };
    };
  }
  export interface Configuration {
    [setting: string]: unknown;
    interactions?: { url: (context: Context, interaction: { uid: string }) => string };
    findAccount?: (context: Context, accountId: string) => unknown;
    loadExistingGrant?: (context: Context) => Promise<Grant>;
  }
  export default class Provider {
    constructor(issuer: string, configuration: Configuration);
    use(middleware: (context: Context, next: () => Promise<void>) => Promise<void>): void;
    callback(): RequestListener;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: unknown,
      options?: { mergeWithLastSubmission: boolean },
    ): Promise<void>;
  }
}
