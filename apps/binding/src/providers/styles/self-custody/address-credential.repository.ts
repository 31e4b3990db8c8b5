import type { Id } from '@bindery/kernel';
import { IsNull, type EntityManager } from 'typeorm';
import { AddressCredentialRow } from './address-credential.entity';

export const findCredential = (
  db: EntityManager,
  provider: string,
  reference: string,
): Promise<AddressCredentialRow | null> => db.findOneBy(AddressCredentialRow, { provider, reference });

export const findCredentialOf = (
  db: EntityManager,
  provider: string,
  operationId: Id<'operation'>,
): Promise<AddressCredentialRow | null> => db.findOneBy(AddressCredentialRow, { provider, operationId });

export async function insertCredential(tx: EntityManager, credential: AddressCredentialRow): Promise<void> {
  await tx.insert(AddressCredentialRow, credential);
}

/** It counts no more; nothing where it did not, or is not known. */
export async function saveCredentialRemoved(
  db: EntityManager,
  provider: string,
  reference: string,
  removedAt: Date,
): Promise<void> {
  await db.update(AddressCredentialRow, { provider, reference, removedAt: IsNull() }, { removedAt });
}
