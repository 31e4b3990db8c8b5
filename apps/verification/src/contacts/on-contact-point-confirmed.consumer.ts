import type { EntityManager } from 'typeorm';
import type { EventOf } from '@bindery/event-contracts';
import type { CountStale } from '@bindery/messaging';
import { saveContactPoint } from './contact-point.repository';
import type { ContactSeal } from './contact-seal';

/** Keeps the sealed address, to which alone the account's codes go, and its digest, by which they are counted. */
export function createOnContactPointConfirmed({ open, digestOf }: ContactSeal, countStale: CountStale) {
  return async (
    { type, sequence, data }: EventOf<'bindery.account.contact-point-confirmed.v1'>,
    tx: EntityManager,
  ): Promise<void> => {
    const { accountId, contactPointId: id, channel, sealedAddress } = data;
    const contactDigest = digestOf(await open(sealedAddress));
    const contactPoint = { id, accountId, channel, sealedAddress, contactDigest, sequence: Number(sequence) };
    countStale(type, await saveContactPoint(tx, contactPoint));
  };
}
