import { hash, randomUUID, sign } from 'node:crypto';
import { jwtVerify } from 'jose';
import { z } from 'zod';
import { err, ok, type Result } from '@bindery/kernel';
import { signatureAlgorithm, type KeySet, type SigningKey } from './keys';

/** The request header that carries the gateway's signature. */
export const gatewaySignatureHeader = 'bindery-gateway-signature';

/** A signature lives only as long as one hop on the same network needs; it also bounds the replay memory. */
const lifetimeSeconds = 10;

const viewerSchema = z.object({
  accountId: z.string(),
  sessionId: z.string(),
  deviceId: z.string(),
  assuranceLevel: z.enum(['AAL1', 'AAL2']),
});

const claimsSchema = z.object({
  jti: z.string(),
  exp: z.number(),
  bodySha256: z.string(),
  requestId: z.string(),
  locale: z.enum(['zh-CN', 'en']),
  clientAddress: z.string(),
  clientApp: z.string().optional(),
  clientVersion: z.string().optional(),
  viewer: viewerSchema.optional(),
});

/** Who is signed in, as the gateway found it in the access token. */
export type Viewer = z.infer<typeof viewerSchema>;

/** What the gateway says of one request: who asks, from where, in which language. */
export type GatewayClaims = Omit<z.infer<typeof claimsSchema>, 'jti' | 'exp' | 'bodySha256'>;

/**
 * Signs one request to one subgraph; bound to the bytes of its body, so that it serves for nothing else. A JWS in
 * compact form (RFC 7515) put together by hand: what does not change from one subgraph request of a client request to
 * the next is serialised once.
 */
export function signGatewayRequest(claims: GatewayClaims, subgraph: string, body: string | Uint8Array, key: SigningKey): string {
  const now = Math.floor(Date.now() / 1000);
  const own = `"iss":"bindery-gateway","aud":${JSON.stringify(subgraph)},"jti":"${randomUUID()}","iat":${now},"exp":${now + lifetimeSeconds},"bodySha256":"${digest(body)}"}`;
  const signed = `${headerOf(key)}.${base64Url(`${serialisedOnce(claims)},${own}`)}`;
  return `${signed}.${sign(null, Buffer.from(signed, 'latin1'), key.keyObject).toString('base64url')}`;
}

const headers = new WeakMap<SigningKey, string>();

function headerOf(key: SigningKey): string {
  const header = headers.get(key) ?? base64Url(JSON.stringify({ alg: signatureAlgorithm, kid: key.kid }));
  headers.set(key, header);
  return header;
}

const serialised = new WeakMap<GatewayClaims, string>();

/** The claims as JSON without the closing brace; there is always at least the request's id before it. */
function serialisedOnce(claims: GatewayClaims): string {
  const text = serialised.get(claims) ?? JSON.stringify(claims).slice(0, -1);
  serialised.set(claims, text);
  return text;
}

const base64Url = (text: string) => Buffer.from(text, 'utf8').toString('base64url');

export interface SignatureRefused {
  readonly kind: 'SIGNATURE_MISSING' | 'SIGNATURE_INVALID' | 'SIGNATURE_FOR_OTHER_BODY' | 'SIGNATURE_REPLAYED';
}

/**
 * The subgraph's side: answers the claims of a request that the gateway signed for this subgraph and this
 * body, once. Each verifier remembers the signatures it has seen until they expire.
 */
export function createGatewaySignatureVerifier(subgraph: string, keys: KeySet) {
  const seen = new Map<string, number>();
  return async (signature: string | undefined, body: string): Promise<Result<GatewayClaims, SignatureRefused>> => {
    if (!signature) return err({ kind: 'SIGNATURE_MISSING' });
    const claims = await readClaims(signature, subgraph, keys);
    if (!claims) return err({ kind: 'SIGNATURE_INVALID' });
    if (claims.bodySha256 !== digest(body)) return err({ kind: 'SIGNATURE_FOR_OTHER_BODY' });
    forgetExpired(seen);
    if (seen.has(claims.jti)) return err({ kind: 'SIGNATURE_REPLAYED' });
    seen.set(claims.jti, claims.exp);
    return ok(claims);
  };
}

async function readClaims(signature: string, subgraph: string, keys: KeySet) {
  try {
    const { payload } = await jwtVerify(signature, keys, {
      issuer: 'bindery-gateway',
      audience: subgraph,
      algorithms: [signatureAlgorithm],
      maxTokenAge: lifetimeSeconds,
      clockTolerance: 1,
    });
    return claimsSchema.parse(payload);
  } catch {
    return undefined;
  }
}

/** Insertion order is close to expiry order, so the expired ones stand at the front. */
function forgetExpired(seen: Map<string, number>): void {
  const now = Date.now() / 1000 - 1;
  for (const [jti, exp] of seen) {
    if (exp > now) return;
    seen.delete(jti);
  }
}

const digest = (body: string | Uint8Array) => hash('sha256', body, 'base64url');
