import { createPrivateKey, sign, type JsonWebKey } from 'node:crypto';
import { signatureAlgorithm, signatureCurve } from './keys';

/** So long a reader may go on by one answer: what was unbound since opens nothing after it. */
export const readerAnswerLifetimeMs = 30_000;

/** What a reader was told of one credential, at one door where it asked for one. */
export interface ReaderAnswer {
  /** Whose reader asked; nobody else's takes the answer. */
  readonly provider: string;
  readonly credentialReference: string;
  readonly door?: string | undefined;
  readonly good: boolean;
  readonly reason: string;
}

/** Signs an answer from `now` until `until`, or for its lifetime where that ends earlier. Answers a compact JWS (RFC 7515). */
export type SignReaderAnswer = (answer: ReaderAnswer, now: Date, until?: Date | null) => string;

/**
 * A signer of answers for readers. Put together by hand and signed in one go: a person stands at the door. Throws when the text is no
 * Ed25519 private JWK with a `kid`.
 */
export function createReaderAnswerSigner(privateJwkText: string): SignReaderAnswer {
  const jwk = JSON.parse(privateJwkText) as JsonWebKey & { readonly kid?: string };
  if (!jwk.kid || jwk.crv !== signatureCurve || !jwk.d)
    throw new Error('the key of reader answers is an Ed25519 private JWK with a kid');
  const key = createPrivateKey({ key: jwk, format: 'jwk' });
  const header = base64Url({ alg: signatureAlgorithm, kid: jwk.kid, typ: 'reader-answer+jwt' });
  return ({ provider, credentialReference, door, good, reason }, now, until) => {
    const iat = Math.floor(now.getTime() / 1000);
    const end = Math.min(now.getTime() + readerAnswerLifetimeMs, until?.getTime() ?? Infinity);
    const exp = Math.max(iat, Math.floor(end / 1000));
    const claims = { iss: 'bindery-binding', aud: provider, sub: credentialReference, door, good, reason, iat, exp };
    const signed = `${header}.${base64Url(claims)}`;
    return `${signed}.${sign(null, Buffer.from(signed, 'latin1'), key).toString('base64url')}`;
  };
}

const base64Url = (value: object) => Buffer.from(JSON.stringify(value), 'utf8').toString('base64url');
