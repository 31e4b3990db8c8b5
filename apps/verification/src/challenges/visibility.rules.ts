import type { Challenge } from './challenge.rules';

/** An account's challenge is its own only; a stranger's is whoever knows its unguessable id. */
export const isVisibleTo = (challenge: Pick<Challenge, 'accountId'>, accountId: string | undefined): boolean =>
  challenge.accountId === null || challenge.accountId === accountId;
