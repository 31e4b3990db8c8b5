import { newId, type Clock, type Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import type { Outbox } from '@bindery/messaging';
import type { UnitOfWork } from '@bindery/persistence';
import type { Money } from '@bindery/values';
import type { InBothLanguages } from '@bindery/localisation';
import { openCase } from '../cases';
import type { Binding, NamedCredentials } from '../lifecycle';
import { listLastOperations, watchRetired } from '../operations';
import { insertUsage } from './usage.repository';

/** A use of a credential as its provider reports it. */
export interface ProviderUsage {
  readonly provider: string;
  /** The provider's own id of the use; a repetition has the same. */
  readonly usageId: string;
  readonly credentialReference: string;
  readonly kind: 'DOOR_OPENED' | 'PAYMENT';
  readonly place: InBothLanguages;
  readonly amount?: Money;
  readonly at: Date;
}

type UsageOutcome = 'RECORDED' | 'REPEATED' | 'UNKNOWN_CREDENTIAL';

export type RecordUsage = (usage: ProviderUsage) => Promise<UsageOutcome>;

interface RecordUsageDeps {
  readonly unitOfWork: UnitOfWork;
  readonly outbox: Outbox;
  readonly credentials: NamedCredentials;
  /** What a provider is called. */
  readonly nameOf: (provider: string) => InBothLanguages;
  readonly clock: Clock;
}

/**
 * Keeps a use of a card, once. It counts although the card was unbound meanwhile: it happened (requirement 15). A payment that was made after it was off
 * should not have: it becomes a case, and its holder is told.
 */
export function createRecordUsage({ unitOfWork, outbox, credentials, nameOf, clock }: RecordUsageDeps): RecordUsage {
  async function tellCharged(
    tx: EntityManager,
    { id: bindingId, cardId, accountId, provider }: Binding,
    { id: usageId, amount, at }: { readonly id: Id<'usage'>; readonly amount?: Money; readonly at: Date },
  ): Promise<void> {
    await openCase(tx, bindingId, 'CHARGED_AFTER_UNBIND', clock.now());
    const subject = { usageId, cardId, bindingId, accountId, provider, providerName: nameOf(provider) };
    const data = { ...subject, ...(amount ? { amount } : {}), at: at.toISOString() };
    await outbox.append(tx, { type: 'bindery.card.charged-after-unbind.v1', key: cardId, data });
  }

  return ({ provider, usageId: providerUsageId, credentialReference, kind, place, amount, at }) =>
    unitOfWork.run(async (tx) => {
      const binding = await credentials.find(tx, provider, credentialReference);
      if (!binding) return 'UNKNOWN_CREDENTIAL';
      const { cardId, id: bindingId, accountId } = binding;
      const id = newId('usage', at.getTime());
      const isNew = await insertUsage(tx, {
        id,
        provider,
        providerUsageId,
        accountId,
        cardId,
        bindingId,
        kind,
        place,
        amount: amount ?? null,
        at,
      });
      if (!isNew) return 'REPEATED';
      const data = {
        usageId: id,
        cardId,
        bindingId,
        accountId,
        kind,
        place,
        ...(amount ? { amount } : {}),
        at: at.toISOString(),
      };
      await outbox.append(tx, { type: 'bindery.card.used.v1', key: cardId, data });
      if (binding.state.phase === 'RETIRED') await watchRetired(tx, { binding, credentialReference }, clock.now());
      const offSince = kind === 'PAYMENT' ? await findOffSince(tx, binding) : null;
      if (offSince && at > offSince) await tellCharged(tx, binding, { id, amount, at });
      return 'RECORDED';
    });
}

/**
 * Since when the card is off, as its provider said; null while it is not. What was paid before and is told late is as it should be. A card that was
 * replaced is taken off by an operation of its own, which may take its time: until then it may be charged, by what is still to go over.
 */
async function findOffSince(tx: EntityManager, { id, state, unboundAt }: Binding): Promise<Date | null> {
  if (state.phase === 'UNBOUND' || state.phase === 'RETIRED') return unboundAt;
  if (state.phase !== 'REPLACED') return null;
  const last = await listLastOperations(tx, [id]);
  const off = last.find(({ kind, state: ended }) => kind === 'UNBIND' && ended === 'CONFIRMED');
  const isBack = last.some(({ kind, createdAt }) => kind === 'RESTORE' && off && createdAt > off.createdAt);
  return isBack ? null : (off?.settledAt ?? null);
}
