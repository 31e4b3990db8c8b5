import type { Id } from '@bindery/kernel';
import { pageOf, toPage, type Page, type PageRequest } from '@bindery/persistence';
import type { EntityManager } from 'typeorm';
import type { QueuedCase } from './cases.rules';

/** The place of a case: the first time that was promised, which stays as it is when it passes. */
const place = ['COALESCE(open.overdue_since, open.answer_by)', 'open.id'] as const;

/** The open cases, nothing of the agent's own among them, the oldest first promise first, so overdue ones before others; keys are those of `queueKey`. */
export async function listQueuedCases(
  db: EntityManager,
  agentId: Id<'account'>,
  page: PageRequest,
): Promise<Page<QueuedCase>> {
  const { direction, take, condition } = pageOf(page, 'ASC', (key) => key.split(' '));
  const within = condition(place, 2);
  const rows: QueuedCase[] = await db.query(
    `SELECT open.id, open.about, binding.provider, binding.phase, binding.bound_at AS "boundAt", open.binding_id AS "bindingId", open.opened_at AS "openedAt",
       open.answer_by AS "answerBy", open.overdue_since AS "overdueSince", open.asked_again_at AS "askedAgainAt"
     FROM binding_case open JOIN binding ON binding.id = open.binding_id
     WHERE open.closed_at IS NULL AND binding.account_id <> $1 AND ${within.sql}
     ORDER BY ${place[0]} ${direction}, ${place[1]} ${direction} LIMIT ${take}`,
    [agentId, ...within.values],
  );
  return toPage(rows, page);
}
