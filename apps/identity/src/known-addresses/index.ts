import { createHmac, hkdfSync } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Id } from '@bindery/kernel';
import type { Feature, FeatureClasses, Foundation } from '@bindery/subgraph';
import { sealContact, type ContactKeys } from '@bindery/trust';
import { toAddressKey } from '@bindery/values';
import { KnownAddressRow } from './known-address.entity';
import { deleteAddressesUsedBefore, hasKnownAddress, saveKnownAddress } from './known-address.repository';
import { addressKnownMs, addressNotedAgainMs } from './known-address.rules';

export const knownAddressesClasses = { entities: [KnownAddressRow] } satisfies FeatureClasses;

/** From where an account’s holder was recognised before; addresses are kept as keyed digests only. */
export interface KnownAddresses {
  has(db: EntityManager, accountId: Id<'account'>, clientAddress: string): Promise<boolean>;
  /** The holder was just recognised there. */
  note(tx: EntityManager, accountId: Id<'account'>, clientAddress: string): Promise<void>;
  /** The address for an event, which only services with the keys of contacts can read. */
  seal(clientAddress: string): Promise<string>;
}

export interface KnownAddressesSecrets {
  readonly contactKeys: ContactKeys;
  readonly lookupKey: Uint8Array;
}

export function createKnownAddresses(
  { unitOfWork, clock }: Foundation,
  { contactKeys, lookupKey }: KnownAddressesSecrets,
) {
  const digestKey = Buffer.from(hkdfSync('sha256', lookupKey, '', 'bindery identity known address', 32));
  const digestOf = (address: string) => createHmac('sha256', digestKey).update(address).digest('base64url');
  const ago = (ms: number) => new Date(clock.now().getTime() - ms);
  const knownAddresses: KnownAddresses = {
    has: (db, accountId, clientAddress) =>
      hasKnownAddress(db, accountId, digestOf(toAddressKey(clientAddress)), ago(addressKnownMs)),

    async note(tx, accountId, clientAddress) {
      const use = { accountId, addressDigest: digestOf(toAddressKey(clientAddress)), lastUsedAt: clock.now() };
      await saveKnownAddress(tx, use, ago(addressNotedAgainMs));
    },

    seal: (clientAddress) => sealContact(toAddressKey(clientAddress), contactKeys),
  };
  const prune = async () => ({
    knownAddresses: await unitOfWork.run((tx) => deleteAddressesUsedBefore(tx, ago(addressKnownMs))),
  });
  return { knownAddresses, feature: { prune } satisfies Feature };
}
