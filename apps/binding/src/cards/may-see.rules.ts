import type { Id } from '@bindery/kernel';
import type { Viewer } from '@bindery/trust';

/** Whether what belongs to an account is shown to who asks: to its holder, and to nobody else. */
export const maySee = (viewer: Viewer | null, accountId: Id<'account'>): boolean => viewer?.accountId === accountId;
