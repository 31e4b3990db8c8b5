import type { EntityManager } from 'typeorm';
import type { DataOf } from '@bindery/event-contracts';
import type { InBothLanguages } from '@bindery/localisation';
import type { Outbox } from '@bindery/messaging';
import type { Dispute } from './disputes.rules';

type Fact = 'opened' | 'upheld' | 'rejected' | 'escalated';
type Common = 'disputeId' | 'bindingId' | 'cardId' | 'accountId' | 'provider' | 'providerName' | 'about' | 'at';

/** Tells a fact of a dispute, whose version is that of the event. */
export type TellDispute = <F extends Fact>(
  tx: EntityManager,
  dispute: Dispute,
  fact: F,
  told: Omit<DataOf<`bindery.dispute.${F}.v1`>, Common> & { readonly provider: string; readonly at: Date },
) => Promise<void>;

export const createTellDispute =
  (outbox: Outbox, nameOf: (provider: string) => InBothLanguages): TellDispute =>
  async (tx, { id, version, bindingId, cardId, accountId, about }, fact, { provider, at, ...more }) => {
    const data = { disputeId: id, bindingId, cardId, accountId, provider, providerName: nameOf(provider), about };
    await outbox.append(tx, {
      type: `bindery.dispute.${fact}.v1`,
      key: id,
      sequence: version,
      data: { ...data, ...more, at: at.toISOString() },
    } as never);
  };
