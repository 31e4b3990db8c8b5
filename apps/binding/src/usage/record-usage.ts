import { newId, type Clock, type Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import type { Outbox } from '@bindery/messaging';
import type { UnitOfWork } from '@bindery/persistence';
import type { Money } from '@bindery/values';
import type { InBothLanguages } from '@bindery/localisation';
import { openCase } from '../cases';
import { collectsWhileHeld, type ProviderProfile } from '../catalogue';
import type { Binding, NamedCredentials } from '../lifecycle';
import { watchRetired } from '../operations';
import { readTold } from './read-told';
import { insertUsage } from './usage.repository';
import type { UseConcern } from './usage.rules';
import { caseOf, concernOf } from './use-concern.rules';

/** A use of a credential as its provider reports it. */
export interface ProviderUsage {
  readonly provider: string;
  /** The provider's own id of the use; a repetition has the same. */
  readonly usageId: string;
  readonly credentialReference: string;
  readonly kind: 'DOOR_OPENED' | 'PAYMENT';
  readonly place: InBothLanguages;
  /** The reader that opened, as the provider names it; absent at a till, and where it does not say. */
  readonly readerId?: string;
  readonly amount?: Money;
  readonly at: Date;
}

type UsageOutcome = 'RECORDED' | 'REPEATED' | 'UNKNOWN_CREDENTIAL';

export type RecordUsage = (usage: ProviderUsage) => Promise<UsageOutcome>;

interface RecordUsageDeps {
  readonly unitOfWork: UnitOfWork;
  readonly outbox: Outbox;
  readonly credentials: NamedCredentials;
  readonly profileOf: (provider: string) => ProviderProfile;
  readonly clock: Clock;
}

type Recorded = Pick<ProviderUsage, 'kind' | 'amount' | 'at'> & {
  readonly id: Id<'usage'>;
  readonly concern: UseConcern;
};

/**
 * Keeps a use of a card, once. It counts although the card was unbound meanwhile: it happened (requirement 15). One that goes against what its holder had
 * been told becomes a case, and they are told at once.
 */
export function createRecordUsage({ unitOfWork, outbox, credentials, profileOf, clock }: RecordUsageDeps): RecordUsage {
  async function tellConcern(
    tx: EntityManager,
    { id: bindingId, cardId, accountId, provider }: Binding,
    { id: usageId, kind, amount, at, concern }: Recorded,
  ): Promise<void> {
    const about = caseOf(kind, concern);
    if (!about) return;
    await openCase(tx, bindingId, about, clock.now());
    const profile = profileOf(provider);
    const subject = { usageId, cardId, bindingId, accountId, provider, providerName: profile.name };
    const data = { ...subject, ...(amount ? { amount } : {}), at: at.toISOString() };
    if (about === 'CHARGED_AFTER_UNBIND')
      return outbox.append(tx, { type: 'bindery.card.charged-after-unbind.v1', key: cardId, data });
    const unbindEndsIt = concern === 'WHILE_HELD' && kind === 'PAYMENT' && collectsWhileHeld(profile);
    await outbox.append(tx, {
      type: 'bindery.card.used-wrongly.v1',
      key: cardId,
      data: { ...data, kind, about, unbindEndsIt },
    });
  }

  return ({ usageId: providerUsageId, ...usage }) =>
    unitOfWork.run(async (tx) => {
      const { provider, credentialReference, kind, place, amount, at } = usage;
      const binding = await credentials.find(tx, provider, credentialReference);
      if (!binding) return 'UNKNOWN_CREDENTIAL';
      const { cardId, id: bindingId, accountId } = binding;
      const id = newId('usage', at.getTime());
      const told = await readTold(tx, binding, usage, profileOf(provider));
      const concern = told && concernOf(kind, told);
      const isNew = await insertUsage(tx, {
        ...{ id, provider, providerUsageId, accountId, cardId, bindingId, kind, place, concern, at },
        amount: amount ?? null,
      });
      if (!isNew) return 'REPEATED';
      const data = {
        ...{ usageId: id, cardId, bindingId, accountId, kind, place },
        ...(amount ? { amount } : {}),
        at: at.toISOString(),
      };
      await outbox.append(tx, { type: 'bindery.card.used.v1', key: cardId, data });
      if (binding.state.phase === 'RETIRED') await watchRetired(tx, { binding, credentialReference }, clock.now());
      if (concern) await tellConcern(tx, binding, { id, kind, amount, at, concern });
      return 'RECORDED';
    });
}
