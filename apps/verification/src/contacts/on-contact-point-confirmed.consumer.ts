import type { EntityManager } from 'typeorm';
import type { EventOf } from '@bindery/event-contracts';
import type { CountStale } from '@bindery/messaging';
import type { ContactSeal, SecretDigests } from '../factors/factor-module';
import { contactPointRepository } from './contact-point.repository';

export interface OnContactPointConfirmedDeps {
  readonly contactSeal: ContactSeal;
  readonly digests: SecretDigests;
  readonly countStale: CountStale;
}

/** Keeps the sealed address, to which alone the account's codes go, and its digest, by which they are counted. */
export function createOnContactPointConfirmed({ contactSeal, digests, countStale }: OnContactPointConfirmedDeps) {
  return async (
    { type, sequence, data }: EventOf<'bindery.account.contact-point-confirmed.v1'>,
    tx: EntityManager,
  ): Promise<void> => {
    const { accountId, contactPointId: id, channel, sealedAddress } = data;
    const contactDigest = digests.contactDigest(await contactSeal.open(sealedAddress));
    countStale(
      type,
      await contactPointRepository.keep(tx, {
        id,
        accountId,
        channel,
        sealedAddress,
        contactDigest,
        sequence: Number(sequence),
      }),
    );
  };
}
