import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { listUsable } from '../lifecycle';
import { payingKinds } from '../providers';
import { findDefaultChoice } from './default-card.repository';
import type { DefaultCard, UsableMethod } from './default-card.rules';

export const listUsableMethods = (tx: EntityManager, accountId: Id<'account'>): Promise<UsableMethod[]> =>
  listUsable(tx, accountId, payingKinds);

/** What decides which card of an account pays, as it is now. */
export async function readDefaultCard(tx: EntityManager, accountId: Id<'account'>): Promise<DefaultCard> {
  return { ...(await findDefaultChoice(tx, accountId)), usable: await listUsableMethods(tx, accountId) };
}
