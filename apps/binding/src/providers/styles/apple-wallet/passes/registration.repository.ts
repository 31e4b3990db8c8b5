import { LessThan, type EntityManager } from 'typeorm';
import { PassRegistrationRow } from './pass-registration.entity';
import type { LockedPass } from './pass.repository';
import type { Pass, Registration } from './pass.rules';

interface NewRegistration extends Registration {
  readonly updateTag: string;
  readonly notifiedTag: string;
}

export const findRegistration = (
  db: EntityManager,
  deviceLibraryId: string,
  serialNumber: string,
): Promise<Registration | null> => db.findOneBy(PassRegistrationRow, { deviceLibraryId, serialNumber });

export const countRegistrations = (db: EntityManager, { serialNumber }: Pick<Pass, 'serialNumber'>): Promise<number> =>
  db.countBy(PassRegistrationRow, { serialNumber });

/** Under the lock of the pass, so that of two devices that go, one is the last. */
export async function insertRegistration(
  tx: EntityManager,
  _pass: LockedPass,
  registration: NewRegistration,
): Promise<void> {
  await tx.insert(PassRegistrationRow, registration);
}

/** The device has another push token, or told the one it has again. */
export async function saveRegistered(
  tx: EntityManager,
  _pass: LockedPass,
  { deviceLibraryId, serialNumber, pushToken, registeredAt }: Registration,
): Promise<void> {
  await tx.update(PassRegistrationRow, { deviceLibraryId, serialNumber }, { pushToken, registeredAt });
}

export async function deleteRegistration(
  tx: EntityManager,
  { serialNumber }: LockedPass,
  deviceLibraryId: string,
): Promise<boolean> {
  const { affected } = await tx.delete(PassRegistrationRow, { deviceLibraryId, serialNumber });
  return affected === 1;
}

/** Devices that APNs has not been told of the last change for. */
export const listUnnotified = (db: EntityManager, { serialNumber, updateTag }: Pass): Promise<Registration[]> =>
  db.find(PassRegistrationRow, {
    where: { serialNumber, notifiedTag: LessThan(updateTag) },
    order: { deviceLibraryId: 'ASC' },
  });

/** Never takes a later change back. */
export async function saveNotified(
  db: EntityManager,
  { deviceLibraryId, serialNumber }: Registration,
  updateTag: string,
): Promise<void> {
  await db.update(
    PassRegistrationRow,
    { deviceLibraryId, serialNumber, notifiedTag: LessThan(updateTag) },
    { notifiedTag: updateTag },
  );
}

export interface UpdatedPass {
  readonly serialNumber: string;
  readonly tag: string;
}

/**
 * Passes on a device that changed, or came to it, after `since`; by tag, so that what the limit cuts off is found by the last one.
 * A tag that was never given, as after the database was put back to an earlier day, is none.
 */
export async function listUpdated(
  db: EntityManager,
  { provider, passType }: Pick<Pass, 'provider' | 'passType'>,
  deviceLibraryId: string,
  { since, limit }: { readonly since: string; readonly limit: number },
): Promise<readonly UpdatedPass[]> {
  return db.query(
    `SELECT serial_number AS "serialNumber", tag FROM (
       SELECT p.serial_number, GREATEST(p.update_tag, r.update_tag) AS tag
       FROM pass_registration r JOIN pass p ON p.serial_number = r.serial_number
       WHERE r.device_library_id = $1 AND p.provider = $2 AND p.pass_type = $3) of_device
     WHERE tag > CASE WHEN $4::bigint > (SELECT last FROM pass_tag WHERE pass_type = $3) THEN 0 ELSE $4::bigint END
     ORDER BY tag LIMIT $5`,
    [deviceLibraryId, provider, passType, since, limit],
  );
}
