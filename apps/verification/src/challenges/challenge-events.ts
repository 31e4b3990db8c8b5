import type { DataOf } from '@bindery/event-contracts';
import type { Challenge } from './challenge.rules';

/** What each event says of its challenge. The subject of an anonymous one is a phone number, so it is left out. */
export function toEventSubject({
  id,
  accountId,
  action,
  subjectId,
}: Challenge): Omit<DataOf<'bindery.challenge.expired.v1'>, 'at'> {
  return { challengeId: id, action, ...(accountId && subjectId ? { accountId, subjectId } : {}) };
}
