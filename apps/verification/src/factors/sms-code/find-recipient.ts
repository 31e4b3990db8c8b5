import type { EntityManager } from 'typeorm';
import { channelOf, sendableFactors, type Factor } from '../registry';
import type { ContactSeal, SecretDigests } from '../factor-module';
import type { Purpose } from '../../challenges/start/purpose.rules';
import { contactPointRepository } from '../../contacts/contact-point.repository';

/** Where a code goes. */
export interface Recipient {
  readonly sealedContact: string;
  readonly contactDigest: string;
}

export interface FindRecipientDeps {
  readonly contactSeal: ContactSeal;
  readonly digests: SecretDigests;
}

export type FindRecipient = (tx: EntityManager, purpose: Purpose, factor: Factor) => Promise<Recipient | undefined>;

/**
 * Who is signed in is reached at what they confirmed before, never at what they type now; a stranger at the
 * number they want to prove. Whether that number has an account plays no part.
 */
export function createFindRecipient({ contactSeal, digests }: FindRecipientDeps): FindRecipient {
  return async (tx, purpose, factor) => {
    if (!sendableFactors.includes(factor)) return undefined;
    if (purpose.kind === 'ANONYMOUS') {
      return factor === 'SMS_CODE'
        ? { sealedContact: await contactSeal.seal(purpose.phone), contactDigest: digests.contactDigest(purpose.phone) }
        : undefined;
    }
    const contact = await contactPointRepository.newest(tx, purpose.accountId, channelOf[factor]);
    return contact && { sealedContact: contact.sealedAddress, contactDigest: contact.contactDigest };
  };
}
