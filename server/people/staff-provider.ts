/**
 * The staff's identity provider, by OpenID Connect: authorization code with PKCE (RFC 7636), state and
 * nonce; the ID token's signature is checked against the provider's keys as they are at that moment.
 */
import * as client from "openid-client";
import type { StaffProvider } from "../config.ts";

/** What leads to the provider, and must be kept until it answers. */
export interface Departure {
  url: string;
  state: string;
  nonce: string;
  codeVerifier: string;
}

export interface Arrival {
  issuer: string;
  subject: string;
  /** Null when the provider tells none, or says that it is not verified. */
  address: string | null;
}

export type StaffFault =
  /** The provider does not answer, or not as one. */
  | "provider-down"
  /** Its answer is not one we can trust: another issuer, nonce, key, a code used before, too old. */
  | "not-trusted"
  /** The person pressed cancel, or the provider refused them. */
  | "refused";

export interface StaffSignIn {
  depart(): Promise<{ ok: true; departure: Departure } | { ok: false; reason: "provider-down" }>;
  /** @param answer the whole address that the provider sent the browser back to */
  arrive(
    answer: URL,
    kept: Pick<Departure, "state" | "nonce" | "codeVerifier">,
  ): Promise<{ ok: true; arrival: Arrival } | { ok: false; reason: StaffFault }>;
  /** Where one signs out of the provider too; null when it has no such page or does not answer. */
  signOutUrl(): Promise<string | null>;
}

/** How far the provider's clock may be from ours. */
const skewSeconds = 30;
const timeoutSeconds = 8;
const metadataLivesMilliseconds = 15 * 60_000;

const isHttp = (issuer: string) => issuer.startsWith("http:");

/** Whether an error tells of the network or the provider's health, not of what it answered. */
function isDown(error: unknown): boolean {
  for (let e = error; e instanceof Error; e = e.cause) {
    const { code, name, cause } = e as Error & { code?: string; cause?: unknown };
    if (code === "OAUTH_TIMEOUT" || name === "TimeoutError" || name === "AbortError") return true;
    if (/^(ECONN|ENOTFOUND|EAI_|EHOST|ENET|UND_ERR)/.test(code ?? "")) return true;
    if (cause instanceof Response && cause.status >= 500) return true;
    if (e instanceof TypeError && /fetch failed/.test(e.message)) return true;
  }
  return false;
}

function faultOf(error: unknown): StaffFault {
  if (error instanceof client.AuthorizationResponseError) return "refused";
  return isDown(error) ? "provider-down" : "not-trusted";
}

/** @param baseUrl our own address, to which the provider sends people back */
export function makeStaffSignIn(settings: StaffProvider, baseUrl: string): StaffSignIn {
  const { issuer, clientId, clientSecret, scope, addressClaim } = settings;
  const redirectUri = `${baseUrl}/logg-inn/ansatt/svar`;
  const metadata = { client_secret: clientSecret, [client.clockTolerance]: skewSeconds };
  let known: { server: client.ServerMetadata; until: number } | null = null;

  function prepare(config: client.Configuration): client.Configuration {
    config.timeout = timeoutSeconds;
    if (isHttp(issuer)) client.allowInsecureRequests(config);
    client.enableNonRepudiationChecks(config);
    return config;
  }

  /** New for each sign-in, so that keys are fetched anew: a provider may have changed them a moment ago. */
  async function configuration(): Promise<client.Configuration> {
    if (!known || known.until < Date.now()) {
      const execute = isHttp(issuer) ? [client.allowInsecureRequests] : [];
      const found = await client.discovery(new URL(issuer), clientId, metadata, undefined, {
        execute,
        timeout: timeoutSeconds,
      });
      known = { server: found.serverMetadata(), until: Date.now() + metadataLivesMilliseconds };
    }
    return prepare(new client.Configuration(known.server, clientId, metadata));
  }

  function addressIn(claims: client.UserInfoResponse | client.IDToken): string | null {
    const address = claims[addressClaim];
    return typeof address === "string" && claims["email_verified"] !== false ? address : null;
  }

  /** Some providers tell the address on request only. */
  async function arrivalFrom(
    config: client.Configuration,
    claims: client.IDToken,
    accessToken: string,
  ): Promise<Arrival> {
    const isEnough = claims[addressClaim] !== undefined || !config.serverMetadata().userinfo_endpoint;
    const told = isEnough ? claims : await client.fetchUserInfo(config, accessToken, claims.sub);
    return { issuer: claims.iss, subject: claims.sub, address: addressIn(told) };
  }

  return {
    depart: async () => {
      try {
        const config = await configuration();
        const codeVerifier = client.randomPKCECodeVerifier();
        const state = client.randomState();
        const nonce = client.randomNonce();
        const url = client.buildAuthorizationUrl(config, {
          redirect_uri: redirectUri,
          scope,
          state,
          nonce,
          code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
          code_challenge_method: "S256",
        });
        return { ok: true, departure: { url: url.href, state, nonce, codeVerifier } };
      } catch {
        return { ok: false, reason: "provider-down" };
      }
    },
    arrive: async (answer, { state, nonce, codeVerifier }) => {
      try {
        const config = await configuration();
        const tokens = await client.authorizationCodeGrant(config, answer, {
          pkceCodeVerifier: codeVerifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        });
        const claims = tokens.claims() as client.IDToken;
        return { ok: true, arrival: await arrivalFrom(config, claims, tokens.access_token) };
      } catch (error) {
        return { ok: false, reason: faultOf(error) };
      }
    },
    signOutUrl: async () => {
      try {
        const config = await configuration();
        if (!config.serverMetadata().end_session_endpoint) return null;
        return client.buildEndSessionUrl(config, { post_logout_redirect_uri: `${baseUrl}/` }).href;
      } catch {
        return null;
      }
    },
  };
}
