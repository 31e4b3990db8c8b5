import { createHmac, createHash, type KeyObject } from 'node:crypto';
import type { TokenisedCard } from '../../connector';

/**
 * What is kept of an Alipay account in place of it. Alipay gives out no token before its holder has agreed, and knows the account by who is
 * signed in there; so this one is ours: the same for the same account, and worthless to whoever does not have the app's key.
 */
export function toAccountToken(account: string, appPrivateKey: KeyObject): TokenisedCard {
  const key = createHash('sha256')
    .update(appPrivateKey.export({ type: 'pkcs8', format: 'der' }))
    .digest();
  const digest = createHmac('sha256', key).update(`alipay account ${account}`).digest('hex').slice(0, 32);
  return { token: `alipay_${digest}`, lastFour: lastOf(account) };
}

/** Of an e-mail address what stands before the @: the end of its domain tells nobody which account it is. */
const lastOf = (account: string): string => (account.split('@')[0] || account).slice(-4);
