import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { limitsOf } from '../../channels';
import { countedMs, decideCollecting } from './collect.rules';
import {
  findLastAlertSent,
  listSentTo,
  listWaitingNotices,
  lockContactPointOf,
  saveCarried,
  saveCollected,
} from './collect.repository';
import { enqueueSend } from '../deliveries.jobs';

/**
 * Before a delivery leaves: one message instead of a flood. Notices that wait for one contact point become one; after so many alerts the last one says that more
 * follows in the app, and stands for those that do. Answers whether this one may leave now. The inbox has each of them in any case.
 */
export async function collectDeliveries(tx: EntityManager, id: Id<'delivery'>, now: Date): Promise<boolean> {
  const leaving = await lockContactPointOf(tx, id);
  // What has begun to leave goes on as it began: a repeated send is the same to the byte.
  if (!leaving || leaving.state !== 'QUEUED' || leaving.attempts > 0) return true;
  const { contactPointId, channel, critical } = leaving;
  const sent = await listSentTo(tx, contactPointId, new Date(now.getTime() - countedMs));
  const decision = decideCollecting(leaving, sent, limitsOf(channel), now);
  switch (decision.kind) {
    case 'LATER':
      await enqueueSend(tx, id, decision.at);
      return false;
    case 'CARRIED': {
      const carrier = await findLastAlertSent(tx, contactPointId);
      if (carrier) await saveCarried(tx, [id], carrier, now);
      return !carrier;
    }
    case 'LAST':
      await saveCollected(tx, id, { kind: 'MORE_IN_APP' });
      return true;
    case 'ALONE': {
      const waiting = critical ? [] : await listWaitingNotices(tx, contactPointId);
      const others = waiting.filter((one) => one.id !== id).map((one) => one.id);
      const [first] = waiting;
      if (first && others.length > 0) {
        await saveCollected(tx, id, { kind: 'NOTICES', count: waiting.length, since: first.occurredAt.toISOString() });
        await saveCarried(tx, others, id, now);
      }
      return true;
    }
  }
}
