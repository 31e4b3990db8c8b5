import type { Clock } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { Later } from '../../../connector-style';
import { addedWork, pushWork } from '../work.rules';
import { lockPass, saveAdded, saveNextTag } from '../passes/pass.repository';
import type { Pass } from '../passes/pass.rules';
import {
  countRegistrations,
  findRegistration,
  insertRegistration,
  saveRegistered,
} from '../passes/registration.repository';

interface RegisterDeviceDeps {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly later: Later;
}

export interface Device {
  readonly deviceLibraryId: string;
  readonly pushToken: string;
}

/** Phones, watches and tablets of one holder; each is sent a push for every change. */
export const devicesMax = 20;

/**
 * A device has the pass and wants to hear of its changes. The first one is what the platform waits for. A device may come late, when the pass has
 * changed since it was downloaded: it is told at once, and its next question is answered by the tag of its own registration.
 */
export function createRegisterDevice({ unitOfWork, clock, later }: RegisterDeviceDeps) {
  return (named: Pass, { deviceLibraryId, pushToken }: Device): Promise<'REGISTERED' | 'KNOWN' | 'TOO_MANY'> =>
    unitOfWork.run(async (tx) => {
      const pass = await lockPass(tx, named);
      if (!pass) throw new Error('passes are never deleted');
      const { serialNumber } = pass;
      const registration = { deviceLibraryId, serialNumber, pushToken, registeredAt: clock.now() };
      if (await findRegistration(tx, deviceLibraryId, serialNumber)) {
        await saveRegistered(tx, pass, registration);
        return 'KNOWN';
      }
      if ((await countRegistrations(tx, pass)) >= devicesMax) return 'TOO_MANY';
      if (pass.addedAt === null && pass.standing !== 'VOIDED') {
        await saveAdded(tx, pass, registration.registeredAt);
        await later(tx, addedWork(pass));
      }
      const asIssued = pass.updateTag === pass.issuedTag;
      if (!asIssued) await later(tx, pushWork(pass));
      const updateTag = await saveNextTag(tx, pass.passType);
      await insertRegistration(tx, pass, { ...registration, updateTag, notifiedTag: asIssued ? pass.updateTag : '0' });
      return 'REGISTERED';
    });
}
