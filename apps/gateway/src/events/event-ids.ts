import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { isBase64Url, type Id } from '@bindery/kernel';
import type { KeyRing } from '@bindery/trust';
import { positionBytes, readPosition, writePosition, type Position } from './position';

/** Positions as the `id` of events, for one account. */
export interface EventIds {
  seal(position: Position): string;
  /** Undefined for what is none of this account’s ids, or was sealed by a key that is gone. */
  open(id: string): Position | undefined;
}

/** What the derived keys are for (RFC 5869, 3.2): the keys they come from do nothing else with it. */
const purpose = 'bindery gateway event ids 1';

const [keyBytes, nonceBytes, tagBytes] = [32, 12, 16];

/**
 * Ids that say nothing to who holds them: a position is a count of the platform’s traffic. Each is sealed (AES-256-GCM) by a key of its account, so that it serves
 * nobody else, and all are equally long. `keys` are what all gateways have: the first seals, every one opens.
 */
export function createEventIds(keys: KeyRing, partitions: readonly string[]): (accountId: Id<'account'>) => EventIds {
  const ours = [...keys.values()].map((key) => Buffer.from(hkdfSync('sha256', key, '', purpose, keyBytes)));
  const length = Math.ceil(((nonceBytes + positionBytes(partitions) + tagBytes) * 4) / 3);
  return (accountId) => {
    const [current, ...before] = ours.map((key) => createHmac('sha256', key).update(accountId).digest());
    if (!current) throw new Error('there is no key for the ids of events');
    return {
      seal: (position) => seal(writePosition(position, partitions), current),
      open(id) {
        if (id.length !== length || !isBase64Url(id)) return undefined;
        const sealed = Buffer.from(id, 'base64url');
        for (const key of [current, ...before]) {
          const opened = open(sealed, key);
          if (opened) return readPosition(opened, partitions);
        }
        return undefined;
      },
    };
  };
}

function seal(text: Buffer, key: Buffer): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  return Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

function open(sealed: Buffer, key: Buffer): Buffer | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes });
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()]);
  } catch {
    return undefined;
  }
}
