import type { Clock, Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { Later } from '../../../connector-style';
import { pushWork } from '../work.rules';
import { findPassOperation, insertPassOperation, lockPass, saveStanding } from './pass.repository';
import { decideStanding, type PassRequest } from './pass.rules';

export interface PassChange {
  readonly operationId: Id<'operation'>;
  readonly kind: PassRequest;
  readonly credentialReference: string;
}

/** Why it was refused; null where it was carried out. */
export interface PassAnswer {
  readonly cause: string | null;
}

interface ChangePassDeps {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly provider: string;
  readonly later: Later;
}

/** Suspends, resumes or voids a pass: with its row, what readers and devices are shown changes at once; devices are told after the commit. */
export function createChangePass({ unitOfWork, clock, provider, later }: ChangePassDeps) {
  return ({ operationId, kind, credentialReference }: PassChange): Promise<PassAnswer> =>
    unitOfWork.run(async (tx) => {
      const pass = await lockPass(tx, { provider, credentialReference });
      const before = await findPassOperation(tx, provider, operationId);
      if (before) return before;
      const decided = pass ? decideStanding(kind, pass) : ({ refused: 'CREDENTIAL_UNKNOWN' } as const);
      const cause = 'refused' in decided ? decided.refused : null;
      const now = clock.now();
      await insertPassOperation(tx, {
        operationId,
        provider,
        serialNumber: pass?.serialNumber ?? null,
        cause,
        carriedOutAt: now,
      });
      if (pass && 'standing' in decided && decided.standing !== pass.standing) {
        await later(tx, pushWork(pass));
        await saveStanding(tx, pass, decided.standing, now);
      }
      return { cause };
    });
}
