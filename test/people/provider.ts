/** A real identity provider on loopback (oidc-provider), whose keys, clock and honesty a test sets. */
import { createSign, generateKeyPairSync, type KeyObject } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import Provider from "oidc-provider";

interface Key {
  kid: string;
  privateKey: KeyObject;
  jwk: Record<string, unknown>;
}

function newKey(kid: string): Key {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return { kid, privateKey, jwk: { ...privateKey.export({ format: "jwk" }), kid, alg: "RS256", use: "sig" } };
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

function signed(key: Key, claims: unknown): string {
  const content = `${encode({ alg: "RS256", kid: key.kid, typ: "JWT" })}.${encode(claims)}`;
  return `${content}.${createSign("RSA-SHA256").update(content).sign(key.privateKey).toString("base64url")}`;
}

export interface TestProvider {
  issuer: string;
  /** Who signs in there, and what is claimed of them. */
  account: { subject: string; claims: Record<string, unknown> };
  /** Changes the claims of ID tokens before they are signed anew. */
  change: ((claims: Record<string, unknown>) => Record<string, unknown>) | null;
  /** Signs with a key that the provider does not publish. */
  forge: boolean;
  /** Signs with a new key from now on, and publishes it in place of the old one. */
  rotate(): void;
  /** Answers with errors, as when what is behind it is broken. */
  isBroken: boolean;
  close(): Promise<void>;
}

/** @param redirectUri where it may send people back to */
export async function openProvider(redirectUri: string): Promise<TestProvider> {
  let key = newKey("first");
  const strange = newKey("first");
  const server: Server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  const state: TestProvider = {
    issuer,
    account: { subject: "a-kari", claims: { email: "kari@demo.example", email_verified: true } },
    change: null,
    forge: false,
    rotate: () => {
      key = newKey(`key-${Math.random()}`);
    },
    isBroken: false,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: "mentornettverk",
        client_secret: "a secret of the client",
        redirect_uris: [redirectUri],
        post_logout_redirect_uris: [`${new URL(redirectUri).origin}/`],
      },
    ],
    jwks: { keys: [key.jwk] },
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, accountId) => ({
      accountId,
      claims: async () => ({ sub: accountId, ...state.account.claims }),
    }),
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client?.clientId as string,
        accountId: ctx.oidc.session?.accountId as string,
      });
      grant.addOIDCScope("openid email");
      await grant.save();
      return grant;
    },
  });
  provider.use(async (ctx, next) => {
    if (state.isBroken) {
      ctx.status = 500;
      return;
    }
    if (ctx.path.startsWith("/interaction/")) {
      const login = { accountId: state.account.subject };
      await provider.interactionFinished(ctx.req, ctx.res, { login }, { mergeWithLastSubmission: false });
      ctx.respond = false;
      return;
    }
    await next();
    const { private: _, d, p, q, dp, dq, qi, ...published } = key.jwk;
    if (ctx.path === "/jwks") ctx.body = { keys: [published] };
    const body = ctx.body as { id_token?: string } | undefined;
    if (ctx.path === "/token" && body?.id_token) {
      const claims = JSON.parse(Buffer.from(body.id_token.split(".")[1] as string, "base64url").toString());
      const changed = state.change ? state.change(claims) : claims;
      ctx.body = { ...body, id_token: signed(state.forge ? strange : key, changed) };
    }
  });
  server.on("request", provider.callback());
  return state;
}

/** A browser at the provider: follows it until it sends us back. @returns the address it sends us to */
export async function goThrough(url: string, ours: string): Promise<string> {
  const jar = new Map<string, string>();
  let next = url;
  for (let hops = 0; hops < 10; hops++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(next, { redirect: "manual", headers: cookie ? { cookie } : {} });
    for (const set of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set) as unknown as [string, string, string];
      if (value) jar.set(name, value);
      else jar.delete(name);
    }
    const location = response.headers.get("location");
    if (!location) throw new Error(`${response.status} at ${next.split("?")[0]}: ${await response.text()}`);
    next = new URL(location, next).href;
    if (next.startsWith(ours)) return next;
  }
  throw new Error("the provider goes round in circles");
}
