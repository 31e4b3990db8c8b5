import { createVerify } from 'node:crypto';
import type { WeChatPayKeys } from './keys';

export interface SignedRequest {
  readonly method: string;
  /** Path and query as they came. */
  readonly target: string;
  readonly body: string;
  readonly authorization: string | undefined;
}

const toleranceMs = 5 * 60_000;
/** A nonce is refused a second time while its time would still be good. */
const noncesMax = 10_000;
const names = ['mchid', 'nonce_str', 'timestamp', 'serial_no', 'signature'] as const;

type Members = Readonly<Record<(typeof names)[number], string>>;

/** Looks at every part of `Authorization`; answers what is wrong, or undefined. */
export function createAuthorizationCheck(keys: WeChatPayKeys) {
  const seen = new Set<string>();

  return ({ method, target, body, authorization }: SignedRequest, now: Date): string | undefined => {
    const members = readMembers(authorization ?? '');
    if (!members) return 'Authorization is not WECHATPAY2-SHA256-RSA2048 with its five members';
    const { mchid, nonce_str: nonce, timestamp, serial_no: serial, signature } = members;
    if (mchid !== keys.mchid) return 'there is no such merchant';
    if (serial !== keys.merchantSerial) return 'there is no such certificate of the merchant';
    if (!/^\d{10}$/.test(timestamp) || Math.abs(now.getTime() - Number(timestamp) * 1000) > toleranceMs)
      return 'the time stamp is too far from now';
    const message = `${method}\n${target}\n${timestamp}\n${nonce}\n${body}\n`;
    if (!createVerify('RSA-SHA256').update(message).verify(keys.merchantPublicKey, signature, 'base64'))
      return 'the signature does not fit';
    if (seen.has(nonce)) return 'the nonce was used before';
    const oldest = seen.size >= noncesMax ? seen.values().next().value : undefined;
    if (oldest !== undefined) seen.delete(oldest);
    seen.add(nonce);
    return undefined;
  };
}

function readMembers(authorization: string): Members | undefined {
  const [, list] = /^WECHATPAY2-SHA256-RSA2048 (.+)$/.exec(authorization) ?? [];
  const pairs = (list ?? '').split(',').map((pair) => /^(\w+)="([^"]+)"$/.exec(pair.trim()));
  if (pairs.length !== names.length) return undefined;
  const found = new Map(pairs.map((pair) => [pair?.[1], pair?.[2]]));
  return names.every((name) => found.get(name)) ? (Object.fromEntries(found) as unknown as Members) : undefined;
}
