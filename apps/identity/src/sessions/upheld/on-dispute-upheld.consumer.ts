import type { Clock } from '@bindery/kernel';
import type { EventOf } from '@bindery/event-contracts';
import type { EntityManager } from 'typeorm';
import { lockAccount } from '../../accounts';
import type { EndSessions } from '../end-sessions';
import { listLiveSessionIds } from '../session.repository';

interface OnDisputeUpheldDeps {
  readonly endSessions: EndSessions;
  readonly clock: Clock;
}

/** Somebody else acted in the account: every session ends but the one by which its holder said so. Those begun later may be anybody's too. */
export function createOnDisputeUpheld({ endSessions, clock }: OnDisputeUpheldDeps) {
  return async ({ data }: EventOf<'bindery.dispute.upheld.v1'>, tx: EntityManager): Promise<void> => {
    const account = await lockAccount(tx, data.accountId);
    if (!account) return;
    const live = await listLiveSessionIds(tx, account.id, clock.now());
    const sessionIds = live.filter((id) => id !== data.keptSessionId);
    if (sessionIds.length > 0) await endSessions(tx, account, { sessionIds, cause: 'DISPUTE_UPHELD' });
  };
}
