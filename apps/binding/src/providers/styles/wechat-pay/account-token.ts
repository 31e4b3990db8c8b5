import { createHmac } from 'node:crypto';

/** What is told of an account while its contract is signed. */
export interface Account {
  /** `out_user_code`: the same for the same account, and worthless to anybody else. */
  readonly userCode: string;
  /** `contract_display_account`: what its holder sees on the page where they sign, never more than the last four characters. */
  readonly shown: string;
}

const marks = 4;

/**
 * WeChat Pay takes no account number: whose account it is, the holder says in WeChat. So the token of an account is made here: a code that nobody
 * without the key can come to, and the few characters that are shown.
 */
export function tokenOf(account: string, apiV3Key: string): string {
  const userCode = createHmac('sha256', apiV3Key).update(`out_user_code ${account}`).digest('hex').slice(0, 40);
  return `${userCode}.${Buffer.from(lastOf(account)).toString('base64url')}`;
}

export function readToken(token: string): Account {
  const [userCode = '', shown = ''] = token.split('.');
  return { userCode, shown: `**${Buffer.from(shown, 'base64url').toString('utf8')}` };
}

/** By characters as people count them, so that none is cut in two. */
export const lastOf = (account: string): string => [...account].slice(-marks).join('');
