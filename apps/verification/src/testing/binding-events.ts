import type { DataOf } from '@bindery/event-contracts';
import { newId, type Id } from '@bindery/kernel';
import type { RunningVerification } from './start-verification';

type Started = DataOf<'bindery.binding.started.v1'>;

export interface ToldBinding {
  readonly bindingId: Id<'binding'>;
  readonly accountId: Id<'account'>;
  /** What binding says of it at a sequence. */
  readonly common: Omit<Started, 'consentId' | 'deadline' | 'from' | 'to' | 'status' | 'trigger'>;
}

const bankCard = { en: 'bank card', 'zh-CN': '银行卡' };

/** One whose kind has no name is told as events were before they had one. */
export function aBinding(
  accountId: Id<'account'>,
  { kind = 'BANK_CARD', kindName }: Partial<Pick<Started, 'kind' | 'kindName'>> = { kindName: bankCard },
): ToldBinding {
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

/** Binding tells that it was started, waiting for its holder until `deadline`. */
export const tellStarted = (
  { eventLog }: RunningVerification,
  { bindingId, common }: ToldBinding,
  deadline: string,
  sequence = 1,
) =>
  eventLog.tell('binding', {
    type: 'bindery.binding.started.v1',
    key: bindingId,
    sequence,
    data: { ...common, trigger: 'StartBinding', from: null, to: 'VERIFYING', status: 'VERIFYING', consentId, deadline },
  });

/** Binding tells that it went to a phase; the fact's name does not matter to this service. */
export const tellPhase = (
  { eventLog }: RunningVerification,
  { bindingId, common }: ToldBinding,
  to: 'VERIFYING' | 'BINDING' | 'BOUND' | 'UNBOUND',
  sequence: number,
) =>
  eventLog.tell('binding', {
    type: 'bindery.binding.sync-changed.v1',
    key: bindingId,
    sequence,
    data: { ...common, trigger: 'SyncChanged', from: to, to, status: to === 'BOUND' ? 'ACTIVE' : to },
  });

export const tellActivationAwaited = (
  { eventLog }: RunningVerification,
  { bindingId, common }: ToldBinding,
  deadline: string | undefined,
  sequence: number,
) =>
  eventLog.tell('binding', {
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
