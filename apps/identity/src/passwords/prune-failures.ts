import type { Clock } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import { deleteFailuresBefore } from './log-in-failure.repository';

/** Fewer failures than the limit count on for so long. */
const retentionMs = 30 * 24 * 60 * 60_000;

export const createPruneFailures =
  ({ unitOfWork, clock }: { unitOfWork: UnitOfWork; clock: Clock }) =>
  async () => ({
    failures: await unitOfWork.run((tx) => deleteFailuresBefore(tx, new Date(clock.now().getTime() - retentionMs))),
  });
