import type { HoldKey } from '@bindery/card-lifecycle';

/** The one hold that a holder lays and lifts by themselves. */
export const holderHold: HoldKey = { owner: 'HOLDER', reason: 'SUSPENDED_BY_HOLDER' };
