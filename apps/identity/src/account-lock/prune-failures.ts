import type { Clock } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import { failuresKeptMs } from './account-lock.rules';
import { deleteFailuresBefore } from './log-in-failure.repository';

export const createPruneFailures =
  ({ unitOfWork, clock }: { unitOfWork: UnitOfWork; clock: Clock }) =>
  async () => ({
    failures: await unitOfWork.run((tx) => deleteFailuresBefore(tx, new Date(clock.now().getTime() - failuresKeptMs))),
  });
