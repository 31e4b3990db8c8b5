import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';

/** Alipay has not taken shorter ones since RSA2. */
const bitsMin = 2048;

const isStrongRsa = (key: KeyObject): boolean =>
  key.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= bitsMin;

/** A key as PEM, or as the bare base64 that Alipay's console shows. What is wrong with one is told without a character of it. */
const rsaKey = (read: (text: string) => KeyObject) =>
  z
    .string()
    .max(10_000)
    .transform((text, context) => {
      try {
        const key = read(text);
        if (isStrongRsa(key)) return key;
      } catch {
        // Told below, without the text.
      }
      context.addIssue({ code: 'custom', message: `is no RSA key of ${bitsMin} bits or more` });
      return z.NEVER;
    });

const isPem = (text: string): boolean => text.includes('-----BEGIN');
const der = (text: string): Buffer => Buffer.from(text, 'base64');

export const rsaPrivateKey = rsaKey((text) =>
  createPrivateKey(isPem(text) ? text : { key: der(text), format: 'der', type: 'pkcs8' }),
);
export const rsaPublicKey = rsaKey((text) =>
  createPublicKey(isPem(text) ? text : { key: der(text), format: 'der', type: 'spki' }),
);

/** RSA2: SHA256withRSA, PKCS #1 v1.5, in base64. */
export const signRsa2 = (key: KeyObject, bytes: Buffer): string => sign('RSA-SHA256', bytes, key).toString('base64');

/** By whichever key fits: signatures in public-key mode do not say whose they are, so all that are known are tried, which are few. */
export function isSignedRsa2(keys: readonly KeyObject[], bytes: Buffer, signature: string): boolean {
  if (!/^[A-Za-z0-9+/]{300,1400}={0,2}$/.test(signature)) return false;
  const given = Buffer.from(signature, 'base64');
  return keys.some((key) => verify('RSA-SHA256', bytes, key, given));
}
