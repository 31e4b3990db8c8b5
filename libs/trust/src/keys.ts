import {
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  type CryptoKey,
  type JWK,
  type JSONWebKeySet,
} from 'jose';
import { newId } from '@bindery/kernel';

/** Every signature that is checked by published keys is Ed25519 (RFC 8037): small, fast to make, no parameters to get wrong. */
export const signatureAlgorithm = 'EdDSA';
export const signatureCurve = 'Ed25519';

/** Finds the public key for a token by its `kid`. */
export type KeySet = ReturnType<typeof createLocalJWKSet>;

export interface SigningKey {
  readonly kid: string;
  readonly key: CryptoKey;
}

/** A private key from its JWK text; throws when the text is no Ed25519 private key with a `kid`. */
export async function readSigningKey(jwkText: string): Promise<SigningKey> {
  const jwk = JSON.parse(jwkText) as JWK;
  if (!jwk.kid || jwk.crv !== signatureCurve || !jwk.d)
    throw new Error('a signing key is an Ed25519 private JWK with a kid');
  const key = (await importJWK(jwk, signatureAlgorithm)) as CryptoKey;
  return { kid: jwk.kid, key };
}

/** The public keys of a JWKS text, as published by the signer. */
export function readKeySet(jwksText: string): KeySet {
  return createLocalJWKSet(JSON.parse(jwksText) as JSONWebKeySet);
}

/** The public half of a private JWK text, as a JWKS text that verifiers read. */
export function toPublicKeySet(privateJwkText: string): string {
  const { kty, crv, x, kid } = JSON.parse(privateJwkText) as JWK;
  return JSON.stringify({ keys: [{ kty, crv, x, kid, alg: signatureAlgorithm, use: 'sig' }] });
}

/** A new private key as JWK text. For first starts and tests; production keys come from a vault. */
export async function generateSigningKey(): Promise<string> {
  const { privateKey } = await generateKeyPair(signatureAlgorithm, { crv: signatureCurve, extractable: true });
  return JSON.stringify({ ...(await exportJWK(privateKey)), kid: newId('key') });
}
