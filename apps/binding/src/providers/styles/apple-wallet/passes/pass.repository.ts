import type { EntityManager } from 'typeorm';
import { asLocked, type Locked } from '@bindery/persistence';
import { PassOperationRow } from './pass-operation.entity';
import { PassRow } from './pass.entity';
import { nextModifiedAt, type Pass, type PassStanding } from './pass.rules';

/** A pass whose row this transaction holds. */
export type LockedPass = Locked<Pass>;

type Named =
  | Pick<Pass, 'provider' | 'passType' | 'serialNumber'>
  | Pick<Pass, 'provider' | 'operationId'>
  | Pick<Pass, 'provider' | 'credentialReference'>;

/** Only what names it, of whatever else is known of it. */
function namesOf(named: Named) {
  const { provider } = named;
  if ('serialNumber' in named) return { provider, passType: named.passType, serialNumber: named.serialNumber };
  return 'operationId' in named
    ? { provider, operationId: named.operationId }
    : { provider, credentialReference: named.credentialReference };
}

export const findPass = (db: EntityManager, named: Named): Promise<Pass | null> =>
  db.findOneBy(PassRow, namesOf(named));

/** Taken before the lock of the tags, never after it, so that two transactions cannot wait for each other. */
export async function lockPass(tx: EntityManager, named: Named): Promise<LockedPass | null> {
  const row = await tx.findOne(PassRow, { where: namesOf(named), lock: { mode: 'pessimistic_write' } });
  return row && asLocked<Pass>(row);
}

/**
 * The next update tag of a pass type. Its row stays locked until the commit, so that tags become visible in their own order: a device that was
 * told of a tag has been told of every change with a lower one. Nothing else is locked after it.
 */
export async function saveNextTag(tx: EntityManager, passType: string): Promise<string> {
  const [row]: { last: string }[] = await tx.query(
    'INSERT INTO pass_tag (pass_type, last) VALUES ($1, 1) ON CONFLICT (pass_type) DO UPDATE SET last = pass_tag.last + 1 RETURNING last',
    [passType],
  );
  if (!row) throw new Error(`there is no tag of ${passType}`);
  return row.last;
}

type NewPass = Omit<Pass, 'standing' | 'issuedTag' | 'updateTag' | 'addedAt' | 'modifiedAt'>;

/** Issues a pass; null when its operation has one already. */
export async function insertPass(tx: EntityManager, pass: NewPass): Promise<LockedPass | null> {
  const tag = await saveNextTag(tx, pass.passType);
  const whole: Pass = {
    ...pass,
    standing: 'VALID',
    issuedTag: tag,
    updateTag: tag,
    addedAt: null,
    modifiedAt: nextModifiedAt(pass.issuedAt),
  };
  const { raw } = (await tx
    .createQueryBuilder()
    .insert()
    .into(PassRow)
    .values(whole)
    .orIgnore()
    .returning('serial_number')
    .execute()) as {
    raw: unknown[];
  };
  return raw.length === 1 ? asLocked(whole) : null;
}

/** Changes what the pass says; a void one forgets whose it was. */
export async function saveStanding(
  tx: EntityManager,
  pass: LockedPass,
  standing: PassStanding,
  now: Date,
): Promise<LockedPass> {
  const change = {
    standing,
    ...(standing === 'VOIDED' && { holderName: '' }),
    modifiedAt: nextModifiedAt(now, pass.modifiedAt),
    updateTag: await saveNextTag(tx, pass.passType),
  };
  await tx.update(PassRow, { serialNumber: pass.serialNumber }, change);
  return asLocked({ ...pass, ...change });
}

/** The first device has it. */
export async function saveAdded(tx: EntityManager, { serialNumber }: LockedPass, at: Date): Promise<void> {
  await tx.update(PassRow, { serialNumber }, { addedAt: at });
}

export const findPassOperation = (
  db: EntityManager,
  provider: string,
  operationId: string,
): Promise<PassOperationRow | null> => db.findOneBy(PassOperationRow, { provider, operationId });

/** False when it was carried out before. */
export async function insertPassOperation(tx: EntityManager, operation: PassOperationRow): Promise<boolean> {
  const { raw } = (await tx
    .createQueryBuilder()
    .insert()
    .into(PassOperationRow)
    .values(operation)
    .orIgnore()
    .returning('operation_id')
    .execute()) as {
    raw: unknown[];
  };
  return raw.length === 1;
}
