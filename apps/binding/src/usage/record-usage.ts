import { newId } from '@bindery/kernel';
import type { Outbox } from '@bindery/messaging';
import type { UnitOfWork } from '@bindery/persistence';
import type { Money } from '@bindery/values';
import type { InBothLanguages } from '@bindery/localisation';
import { findByCredential } from '../lifecycle';
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
}

/** Keeps a use of a card, once. It counts although the card was unbound meanwhile: it happened (requirement 15). */
export function createRecordUsage({ unitOfWork, outbox }: RecordUsageDeps): RecordUsage {
  return ({ provider, usageId: providerUsageId, credentialReference, kind, place, amount, at }) =>
    unitOfWork.run(async (tx) => {
      const binding = await findByCredential(tx, provider, credentialReference);
      if (!binding) return 'UNKNOWN_CREDENTIAL';
      const { cardId, id: bindingId, accountId } = binding;
      const id = newId('usage', at.getTime());
      const isNew = await insertUsage(tx, {
        id,
        provider,
        providerUsageId,
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
      return 'RECORDED';
    });
}
