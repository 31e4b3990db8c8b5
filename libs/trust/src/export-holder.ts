import { createHash } from 'node:crypto';
import type { Id } from '@bindery/kernel';

/** The header by which binding tells the gateway whose a file is that it hands out: what one holder takes leaves room for others. */
export const exportHolderHeader = 'bindery-export-holder';

/** Stands for a holder; nothing of the account is read from it. */
export const exportHolderOf = (accountId: Id<'account'>): string =>
  createHash('sha256').update(`usage-export of ${accountId}`).digest('base64url');
