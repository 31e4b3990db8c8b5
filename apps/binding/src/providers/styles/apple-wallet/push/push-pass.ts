import type { UnitOfWork } from '@bindery/persistence';
import type { EntityManager } from 'typeorm';
import type { Later } from '../../../connector-style';
import { findPass, lockPass } from '../passes/pass.repository';
import type { Pass, Registration } from '../passes/pass.rules';
import {
  countRegistrations,
  deleteRegistration,
  findRegistration,
  listUnnotified,
  saveNotified,
} from '../passes/registration.repository';
import { removedWork } from '../work.rules';
import type { ApnsClient } from './apns-client';

interface PushPassDeps {
  readonly db: EntityManager;
  readonly unitOfWork: UnitOfWork;
  readonly later: Later;
  readonly apns: ApnsClient;
  readonly provider: string;
  readonly passType: string;
}

/**
 * Tells the devices of a pass that it has changed, each once for the last change. A device that is gone is forgotten. Throws when one could not be
 * told: the job comes again, and asks only those that are left. A push that comes twice makes a device ask twice, and nothing else.
 */
export function createPushPass({ db, unitOfWork, later, apns, provider, passType }: PushPassDeps) {
  const forget = ({ serialNumber }: Pass, { deviceLibraryId, pushToken }: Registration, at: Date | null) =>
    unitOfWork.run(async (tx) => {
      const pass = await lockPass(tx, { provider, passType, serialNumber });
      const now = pass && (await findRegistration(tx, deviceLibraryId, serialNumber));
      // It has registered again since: with another token, or after APNs saw the last of this one.
      if (!now || now.pushToken !== pushToken || (at !== null && now.registeredAt > at)) return false;
      await deleteRegistration(tx, pass, deviceLibraryId);
      if (pass.standing !== 'VOIDED' && (await countRegistrations(tx, pass)) === 0) await later(tx, removedWork(pass));
      return true;
    });

  return async (serialNumber: string): Promise<void> => {
    const pass = await findPass(db, { provider, passType, serialNumber });
    if (!pass) return;
    const faults = await Promise.all(
      (await listUnnotified(db, pass)).map(async (registration) => {
        const outcome = await apns.push(registration.pushToken);
        if (outcome.is === 'FAILED') return outcome.detail;
        if (outcome.is === 'GONE') return (await forget(pass, registration, outcome.at)) ? [] : 'registered again';
        await saveNotified(db, registration, pass.updateTag);
        return [];
      }),
    );
    const failed = faults.flat();
    if (failed.length > 0) throw new Error(`${failed.length} devices were not told of a pass: ${failed[0]}`);
  };
}
