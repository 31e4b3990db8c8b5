import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { SecretDigests } from '../factor-module';

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
    clientDigest: (networkAddress) => digest(clientKey, toNetwork(networkAddress)),
  };
}

const derive = (key: Uint8Array, use: string) =>
  Buffer.from(hkdfSync('sha256', key, '', `bindery verification ${use}`, 32));

const digest = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest('base64url');

/** An IPv4 address stands for itself, also when written as IPv6; any other IPv6 address for its first 64 bits. */
function toNetwork(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
