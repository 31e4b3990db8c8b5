import type { EntityManager } from 'typeorm';
import type { EventOf } from '@bindery/event-contracts';
import type { KeyedDigest } from '../keys';
import type { ContactSeal } from './contact-seal';
import { saveKnownAddress } from './known-address.repository';

/** Keeps from where the holder logs in, as digest: who asks for a code from there is no stranger. */
export function createOnSessionStarted({ open }: Pick<ContactSeal, 'open'>, digestOfClient: KeyedDigest) {
  return async ({ data }: EventOf<'bindery.account.session-started.v1'>, tx: EntityManager): Promise<void> => {
    const { accountId, sealedNetworkAddress, at } = data;
    if (sealedNetworkAddress === undefined) return;
    const addressDigest = digestOfClient(await open(sealedNetworkAddress));
    await saveKnownAddress(tx, { accountId, addressDigest, knownAt: new Date(at) });
  };
}
