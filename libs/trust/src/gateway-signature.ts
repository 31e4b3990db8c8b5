import { createHmac, hash, randomUUID, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { err, isBase64Url, ok, type Result } from '@bindery/kernel';
import type { GatewayKeys } from './gateway-keys';
import { idClaim } from './id-claim';
import { isSame } from './is-same';
import { isStaffRole } from './staff-role';

/** The request header that carries the gateway's signature. */
export const gatewaySignatureHeader = 'bindery-gateway-signature';

/** A signature lives only as long as one hop on the same network needs; it also bounds the replay memory. */
const lifetimeSeconds = 10;

/** Clocks of two machines differ by so much at most. */
const toleranceSeconds = 1;

const issuer = 'bindery-gateway';

const viewerSchema = z.object({
  accountId: idClaim('account'),
  sessionId: idClaim('session'),
  deviceId: idClaim('device'),
  assuranceLevel: z.enum(['AAL1', 'AAL2']),
  /** Of our own people only; left out for everybody else. One that this version does not know allows nothing. */
  staffRoles: z
    .array(z.string())
    .transform((roles) => roles.filter(isStaffRole))
    .optional(),
});

const claimsSchema = z.object({
  requestId: z.string(),
  locale: z.enum(['zh-CN', 'en']),
  clientAddress: z.string(),
  clientApp: z.string().optional(),
  clientVersion: z.string().optional(),
  viewer: viewerSchema.optional(),
});

const signedSchema = claimsSchema.extend({
  iss: z.literal(issuer),
  aud: z.string(),
  jti: z.string(),
  iat: z.number(),
  exp: z.number(),
  bodySha256: z.string(),
});

/** Who is signed in, as the gateway found it in the access token. */
export type Viewer = z.infer<typeof viewerSchema>;

/** What the gateway says of one request: who asks, from where, in which language. */
export type GatewayClaims = z.infer<typeof claimsSchema>;

/** Signs one request to the subgraph it was made for; bound to the bytes of its body, so that it serves for nothing else. */
export type SignGatewayRequest = (claims: GatewayClaims, body: string | Uint8Array) => string;

/**
 * The gateway's side, for one subgraph. A JWS in compact form (RFC 7515) with HMAC-SHA-256, put together by hand: what does
 * not change from one subgraph request of a client request to the next is serialised once.
 */
export function createGatewaySigner(subgraph: string, keys: GatewayKeys): SignGatewayRequest {
  const [current] = keys;
  if (!current) throw new Error(`the gateway has no key for ${subgraph}`);
  const [kid, key] = current;
  const header = headerOf(kid);
  const parties = `"iss":"${issuer}","aud":${JSON.stringify(subgraph)}`;
  return (claims, body) => {
    const now = Math.floor(Date.now() / 1000);
    const own = `${parties},"jti":"${randomUUID()}","iat":${now},"exp":${now + lifetimeSeconds},"bodySha256":"${digest(body)}"}`;
    const signed = `${header}.${base64Url(`${serialisedOnce(claims)},${own}`)}`;
    return `${signed}.${macOf(signed, key).toString('base64url')}`;
  };
}

const headerOf = (kid: string) => base64Url(JSON.stringify({ alg: 'HS256', kid }));

const macOf = (signed: string, key: KeyObject) => createHmac('sha256', key).update(signed, 'latin1').digest();

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
export function createGatewaySignatureVerifier(
  subgraph: string,
  keys: GatewayKeys,
): (signature: string | undefined, body: string) => Result<GatewayClaims, SignatureRefused> {
  // A header is one that this side has made itself or it is none: no algorithm is ever chosen by who asks.
  const keyByHeader = new Map([...keys].map(([kid, key]) => [headerOf(kid), key]));
  const seen = new Map<string, number>();
  return (signature, body) => {
    if (!signature) return err({ kind: 'SIGNATURE_MISSING' });
    const payload = readSigned(signature, keyByHeader);
    const signed = payload === undefined ? undefined : signedSchema.safeParse(payload).data;
    if (!signed || signed.aud !== subgraph || !isOfNow(signed)) return err({ kind: 'SIGNATURE_INVALID' });
    if (signed.bodySha256 !== digest(body)) return err({ kind: 'SIGNATURE_FOR_OTHER_BODY' });
    forgetExpired(seen);
    if (seen.has(signed.jti)) return err({ kind: 'SIGNATURE_REPLAYED' });
    seen.set(signed.jti, signed.exp);
    const { iss: _iss, aud: _aud, jti: _jti, iat: _iat, exp: _exp, bodySha256: _body, ...claims } = signed;
    return ok(claims);
  };
}

/** What was signed, when it was by one of the keys. */
function readSigned(signature: string, keyByHeader: ReadonlyMap<string, KeyObject>): unknown {
  const [header = '', payload = '', mac = '', ...more] = signature.split('.');
  const key = keyByHeader.get(header);
  if (!key || more.length > 0 || !isBase64Url(mac)) return undefined;
  const [expected, found] = [macOf(`${header}.${payload}`, key), Buffer.from(mac, 'base64url')];
  if (!isSame(found, expected)) return undefined;
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as unknown;
}

function isOfNow({ iat, exp }: { readonly iat: number; readonly exp: number }): boolean {
  const now = Date.now() / 1000;
  return iat <= now + toleranceSeconds && now < exp + toleranceSeconds && exp > iat && exp - iat <= lifetimeSeconds;
}

/** Insertion order is close to expiry order, so the expired ones stand at the front. */
function forgetExpired(seen: Map<string, number>): void {
  const now = Date.now() / 1000 - toleranceSeconds;
  for (const [jti, exp] of seen) {
    if (exp > now) return;
    seen.delete(jti);
  }
}

const digest = (body: string | Uint8Array) => hash('sha256', body, 'base64url');
