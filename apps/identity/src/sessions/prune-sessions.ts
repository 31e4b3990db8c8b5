import type { Clock } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import { deleteSessionsBefore } from './session.repository';

/** So long support can still see a session that is over. */
const retentionMs = 30 * 24 * 60 * 60_000;

export const createPruneSessions =
  ({ unitOfWork, clock }: { unitOfWork: UnitOfWork; clock: Clock }) =>
  async () => ({
    sessions: await unitOfWork.run((tx) => deleteSessionsBefore(tx, new Date(clock.now().getTime() - retentionMs))),
  });
