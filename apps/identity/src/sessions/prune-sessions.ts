import type { Clock } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import { deleteSessionsBefore } from './session.repository';
import { endedSessionKeptMs } from './session.rules';

export const createPruneSessions =
  ({ unitOfWork, clock }: { unitOfWork: UnitOfWork; clock: Clock }) =>
  async () => ({
    sessions: await unitOfWork.run((tx) =>
      deleteSessionsBefore(tx, new Date(clock.now().getTime() - endedSessionKeptMs)),
    ),
  });
