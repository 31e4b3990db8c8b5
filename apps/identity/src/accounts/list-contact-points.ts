import type { EntityManager } from 'typeorm';
import { maskPhone } from '@bindery/values';
import type { Account } from './account.rules';
import { listContactPoints } from './contact-point.repository';
import type { ContactPoint } from './contact-point.rules';
import type { ContactVault } from './contact-vault';

export type MaskedContactPoint = Pick<ContactPoint, 'id' | 'channel' | 'confirmedAt'> & { readonly masked: string };

/** In the order of the accounts. Answers for any account: who may ask is decided before. */
export type ListContactPoints = (accountIds: readonly Account['id'][]) => Promise<MaskedContactPoint[][]>;

export function createListContactPoints({ db, vault }: { db: EntityManager; vault: ContactVault }): ListContactPoints {
  const mask = async ({ id, channel, confirmedAt, sealedAddress }: ContactPoint): Promise<MaskedContactPoint> => ({
    id,
    channel,
    confirmedAt,
    masked: maskPhone(await vault.open(sealedAddress)),
  });
  return async (accountIds) => {
    const lists = await listContactPoints(db, accountIds);
    return Promise.all(lists.map((list) => Promise.all(list.map(mask))));
  };
}
