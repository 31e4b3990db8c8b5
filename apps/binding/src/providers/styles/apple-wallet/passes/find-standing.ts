import type { Clock } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { CredentialStatus } from '../../../connector.rules';
import type { Later } from '../../../connector-style';
import { pushWork } from '../work.rules';
import { lockPass, saveStanding, type LockedPass } from './pass.repository';
import { hasLapsed } from './pass.rules';
import { countRegistrations } from './registration.repository';

interface FindStandingDeps {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly provider: string;
  readonly later: Later;
  /** Days that a holder has to add a pass. */
  addWithinDays(): number;
}

/**
 * How a pass is, as our own row and its devices say. What is once called absent stays so: a pass that no device has any more, or that nobody added
 * in time, is void from that answer on, whoever registers with it later.
 */
export function createFindStanding({ unitOfWork, clock, provider, later, addWithinDays }: FindStandingDeps) {
  const voided = async (tx: Parameters<Later>[0], pass: LockedPass): Promise<LockedPass> => {
    await later(tx, pushWork(pass));
    return saveStanding(tx, pass, 'VOIDED', clock.now());
  };

  return {
    ofCredential: (credentialReference: string): Promise<CredentialStatus> =>
      unitOfWork.run(async (tx) => {
        const pass = await lockPass(tx, { provider, credentialReference });
        if (!pass || pass.standing === 'VOIDED' || pass.addedAt === null) return 'ABSENT';
        if ((await countRegistrations(tx, pass)) === 0) {
          await voided(tx, pass);
          return 'ABSENT';
        }
        return pass.standing === 'SUSPENDED' ? 'SUSPENDED' : 'ACTIVE';
      }),
    /** The pass that an operation asked for, given up where nobody added it in time. */
    ofOperation: (operationId: string): Promise<LockedPass | null> =>
      unitOfWork.run(async (tx) => {
        const pass = await lockPass(tx, { provider, operationId });
        return pass && pass.standing !== 'VOIDED' && hasLapsed(pass, clock.now(), addWithinDays())
          ? voided(tx, pass)
          : pass;
      }),
  };
}
