import type { UnitOfWork } from '@bindery/persistence';
import type { Later } from '../../../connector-style';
import { removedWork } from '../work.rules';
import { lockPass } from '../passes/pass.repository';
import type { Pass } from '../passes/pass.rules';
import { countRegistrations, deleteRegistration } from '../passes/registration.repository';

interface UnregisterDeviceDeps {
  readonly unitOfWork: UnitOfWork;
  readonly later: Later;
}

/** A device has the pass no more. Where it was the last, the platform hears of it, and asks before it believes it. */
export function createUnregisterDevice({ unitOfWork, later }: UnregisterDeviceDeps) {
  return (named: Pick<Pass, 'provider' | 'passType' | 'serialNumber'>, deviceLibraryId: string): Promise<void> =>
    unitOfWork.run(async (tx) => {
      const pass = await lockPass(tx, named);
      if (!pass || !(await deleteRegistration(tx, pass, deviceLibraryId))) return;
      if (pass.standing !== 'VOIDED' && (await countRegistrations(tx, pass)) === 0) await later(tx, removedWork(pass));
    });
}
