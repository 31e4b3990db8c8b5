import { createHmac } from 'node:crypto';

/** The same token for the same card at the same provider, from which the card cannot be found out without the key. */
export function tokenOf(key: string, provider: string, card: string): string {
  return `tok_${createHmac('sha256', key).update(`${provider} ${card}`).digest('hex').slice(0, 32)}`;
}
