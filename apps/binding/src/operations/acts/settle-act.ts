import type { Clock, Id } from '@bindery/kernel';
import type { InBothLanguages } from '@bindery/localisation';
import type { Outbox } from '@bindery/messaging';
import type { EntityManager } from 'typeorm';
import { saveCasesClosed } from '../../cases';
import { findBinding } from '../../lifecycle';
import { saveOperationClosed } from '../operation.repository';
import { lookAtRemoval } from '../ask-now';
import { operationJobs } from '../operations.jobs';
import { toKeyword } from '../to-keyword.rules';
import { findOpenAct, listOpenActs, saveActEnded } from './acts.repository';

/** How a provider ended it, for certain. */
export type ActEnd = { readonly status: 'CONFIRMED' } | { readonly status: 'REFUSED'; readonly cause: string };

/** Ends an act, once, whoever hears of its end first; the holder is told of it. */
export type SettleAct = (operationId: Id<'operation'>, end: ActEnd) => Promise<void>;
/** The same, within a transaction that does more; false where it has ended, or there is none. */
export type SettleActIn = (tx: EntityManager, operationId: Id<'operation'>, end: ActEnd) => Promise<boolean>;

interface SettleActDeps {
  readonly outbox: Outbox;
  /** Whether it is a replaced card that something keeps at its provider. */
  readonly isKeptByOwed: (tx: EntityManager, bindingId: Id<'binding'>) => Promise<boolean>;
  readonly nameOf: (provider: string) => InBothLanguages;
  readonly clock: Clock;
}

export function createSettleActIn({ outbox, isKeptByOwed, nameOf, clock }: SettleActDeps): SettleActIn {
  return async (tx, operationId, end) => {
    const open = await findOpenAct(tx, operationId, { lock: true });
    const found = open && (await findBinding(tx, open.act.bindingId));
    if (!open || !found) return false;
    const { act, operation } = open;
    const at = clock.now();
    const cause = end.status === 'REFUSED' ? toKeyword(end.cause) : null;
    await saveOperationClosed(tx, operationId, end.status, at, cause);
    await saveActEnded(tx, operationId, at);
    // One case tells of all of a card that is late.
    const late = (await listOpenActs(tx, act.bindingId)).some(({ deadline }) => deadline <= at);
    if (!late) await saveCasesClosed(tx, act.bindingId, 'OBLIGATION_OVERDUE', at);
    const to = act.toBindingId && (await findBinding(tx, act.toBindingId));
    const { cardId, id: bindingId, accountId, provider } = found.binding;
    const data = {
      operationId,
      cardId,
      bindingId,
      accountId,
      provider,
      providerName: nameOf(operation.provider),
      kind: act.kind,
      outcome: end.status,
      ...(cause ? { cause } : {}),
      ...(act.amount ? { amount: act.amount } : {}),
      ...(to ? { toCardId: to.binding.cardId } : {}),
      at: at.toISOString(),
    };
    await outbox.append(tx, { type: 'bindery.card.obligation-settled.v1', key: cardId, data });
    if (act.successorId)
      await operationJobs.enqueue(
        tx,
        'carry-mandates',
        { successorId: act.successorId, predecessorId: bindingId },
        { jobKey: `carry ${bindingId}` },
      );
    // What it waited for may have been this.
    else if (await isKeptByOwed(tx, bindingId)) await lookAtRemoval(tx, bindingId);
    return true;
  };
}
