import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { ConsentRow } from './consent.entity';

export async function insertConsent(tx: EntityManager, consent: ConsentRow): Promise<void> {
  await tx.insert(ConsentRow, consent);
}

export const hasConsent = (tx: EntityManager, id: Id<'consent'>): Promise<boolean> => tx.existsBy(ConsentRow, { id });
