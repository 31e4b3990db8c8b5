import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { toAddressKey } from '@bindery/values';
import type { SecretDigests } from './ports';

/**
 * `key` is 32 bytes. Codes are HMAC-SHA-256 over challenge id and salt, 64 bits of it reduced to six digits (RFC
 * 4226, 5.3, with a bias below 2^-44): neither the database alone nor the key alone tells a code, and a code sent
 * again is the same one. Each use has its own key by HKDF (RFC 5869).
 */
export function createSecretDigests(key: Uint8Array): SecretDigests {
  const codeKey = derive(key, 'code');
  const contactKey = derive(key, 'contact');
  const clientKey = derive(key, 'client');
  const codeOf: SecretDigests['codeOf'] = ({ id, codeSalt }) => {
    const bits = createHmac('sha256', codeKey).update(`${id}.${codeSalt}`).digest().readBigUInt64BE();
    return String(bits % 1_000_000n).padStart(6, '0');
  };
  return {
    codeOf,
    isCodeOf(challenge, answer) {
      const right = Buffer.from(codeOf(challenge));
      const given = Buffer.from(answer);
      return right.length === given.length && timingSafeEqual(right, given);
    },
    contactDigest: (address) => digest(contactKey, address),
    clientDigest: (networkAddress) => digest(clientKey, toAddressKey(networkAddress)),
  };
}

const derive = (key: Uint8Array, use: string) =>
  Buffer.from(hkdfSync('sha256', key, '', `bindery verification ${use}`, 32));

const digest = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest('base64url');
