import type { DataOf } from '@bindery/event-contracts';
import { newId, type Id } from '@bindery/kernel';
import type { RunningVerification } from './start-verification';

type Started = DataOf<'bindery.binding.started.v1'>;

export interface PublishedBinding {
  readonly bindingId: Id<'binding'>;
  readonly accountId: Id<'account'>;
  /** What binding says of it at a sequence. */
  readonly common: Omit<Started, 'consentId' | 'deadline' | 'from' | 'to' | 'status' | 'trigger'>;
}

const bankCard = { en: 'bank card', 'zh-CN': '银行卡' };

/** One whose kind has no name is published as events were before they had one. */
export function aBinding(
  accountId: Id<'account'>,
  { kind = 'BANK_CARD', kindName }: Partial<Pick<Started, 'kind' | 'kindName'>> = { kindName: bankCard },
): PublishedBinding {
  const bindingId = newId('binding');
  const common = {
    bindingId,
    accountId,
    kind,
    kindName,
    cardId: newId('card'),
    provider: 'seaside-bank',
    actor: 'HOLDER',
    channel: 'WALLET_APP',
    holds: [],
    sync: { state: 'IN_SYNC' },
    at: '2026-01-01T00:00:00.000Z',
  } as const;
  return { bindingId, accountId, common: { ...common, holds: [] } };
}

const consentId = newId('consent');

/** That it was started, waiting for its holder until `deadline`. */
export const publishStarted = (
  { eventLog }: RunningVerification,
  { bindingId, common }: PublishedBinding,
  deadline: string,
  sequence = 1,
  succession?: string,
) =>
  eventLog.publish('binding', {
    type: 'bindery.binding.started.v1',
    key: bindingId,
    sequence,
    data: {
      ...common,
      trigger: 'StartBinding',
      from: null,
      to: 'VERIFYING',
      status: 'VERIFYING',
      consentId,
      deadline,
      ...(succession ? { succession } : {}),
    },
  });

/** That it went to a phase; the fact's name does not matter to this service. */
export const publishPhase = (
  { eventLog }: RunningVerification,
  { bindingId, common }: PublishedBinding,
  to: 'VERIFYING' | 'BINDING' | 'BOUND' | 'UNBOUND' | 'REPLACED',
  sequence: number,
) =>
  eventLog.publish('binding', {
    type: 'bindery.binding.sync-changed.v1',
    key: bindingId,
    sequence,
    data: { ...common, trigger: 'SyncChanged', from: to, to, status: to === 'BOUND' ? 'ACTIVE' : to },
  });

/** That it was taken off, and until when it can be restored, if it can. */
export const publishUnbound = (
  { eventLog }: RunningVerification,
  { bindingId, common }: PublishedBinding,
  sequence: number,
  at: string,
  restorableUntil?: string,
) =>
  eventLog.publish('binding', {
    type: 'bindery.binding.unbound.v1',
    key: bindingId,
    sequence,
    data: {
      ...{ ...common, at, trigger: 'ProviderConfirmed', from: 'UNBINDING', to: 'UNBOUND', status: 'UNBOUND' },
      receiptId: newId('receipt'),
      ...(restorableUntil ? { restorableUntil } : {}),
    },
  });

export const publishActivationAwaited = (
  { eventLog }: RunningVerification,
  { bindingId, common }: PublishedBinding,
  deadline: string | undefined,
  sequence: number,
) =>
  eventLog.publish('binding', {
    type: 'bindery.binding.activation-awaited.v1',
    key: bindingId,
    sequence,
    data: {
      ...common,
      trigger: 'ProviderWantsActivation',
      from: 'BINDING',
      to: 'AWAITING_ACTIVATION',
      status: 'AWAITING_ACTIVATION',
      ...(deadline ? { deadline } : {}),
    },
  });

/** That its provider has put it back. */
export const publishRestored = (
  { eventLog }: RunningVerification,
  { bindingId, common }: PublishedBinding,
  sequence: number,
) =>
  eventLog.publish('binding', {
    type: 'bindery.binding.restored.v1',
    key: bindingId,
    sequence,
    data: { ...common, trigger: 'ProviderConfirmed', from: 'RESTORING', to: 'BOUND', status: 'ACTIVE' },
  });

/** That it was taken off elsewhere, to be answered until then. */
export const publishRemovedElsewhere = (
  { eventLog }: RunningVerification,
  { bindingId, common }: PublishedBinding,
  answerBy: string,
  sequence: number,
) =>
  eventLog.publish('binding', {
    type: 'bindery.binding.removed-elsewhere.v1',
    key: bindingId,
    sequence,
    data: { ...common, trigger: 'RemovedElsewhere', from: 'BOUND', to: 'UNBOUND', status: 'UNBOUND', answerBy },
  });

/** That its holder has said whether it was them. */
export const publishRemovalAnswered = (
  { eventLog }: RunningVerification,
  { bindingId, accountId, common: { cardId, provider, at } }: PublishedBinding,
  removalVersion: number,
  itWasMe: boolean,
) =>
  eventLog.publish('binding', {
    type: 'bindery.removal.answered.v1',
    key: bindingId,
    data: { bindingId, accountId, cardId, provider, at, removalVersion, itWasMe },
  });

type DisputeFact = 'opened' | 'upheld' | 'rejected' | 'escalated';

/** What binding tells of a dispute about it; `more` is what the fact tells besides. */
export const publishDispute = (
  { eventLog }: RunningVerification,
  { bindingId, accountId, common: { cardId, provider, at } }: PublishedBinding,
  disputeId: Id<'dispute'>,
  fact: DisputeFact,
  sequence: number,
  more: object = {},
) =>
  eventLog.publish('binding', {
    type: `bindery.dispute.${fact}.v1`,
    key: disputeId,
    sequence,
    data: { disputeId, bindingId, accountId, cardId, provider, about: 'UNAUTHORISED_UNBIND', at, ...more },
  } as never);

/** That a card is to be entered for a move until `deadline`; without one, that it has been. */
export const publishWantedCard = (
  { eventLog }: RunningVerification,
  { bindingId, accountId, common: { cardId, provider, kindName, at } }: PublishedBinding,
  moveId: Id<'move'>,
  sequence: number,
  deadline?: string,
) => {
  const data = { moveId, bindingId, accountId, cardId, deviceId: newId('device'), provider, kindName, at };
  return deadline
    ? eventLog.publish('binding', {
        type: 'bindery.move.card-wanted.v1',
        key: moveId,
        sequence,
        data: { ...data, deadline },
      })
    : eventLog.publish('binding', { type: 'bindery.move.card-settled.v1', key: moveId, sequence, data });
};
