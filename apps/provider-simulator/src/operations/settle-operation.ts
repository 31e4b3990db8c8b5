import type { Clock } from '@bindery/kernel';
import type { Provider, Providers } from '../providers/provider';
import type { SimulatorState } from '../state/simulator-state';
import { createAlarms } from '../webhooks/alarms';
import type { WebhookSender } from '../webhooks/webhook-sender';
import { announceOutcome } from './announce-outcome';
import { applyOperation } from './apply-operation';
import { judgeOperation } from './judge-operation';
import { operationKey, type Operation, type OperationStanding } from '../records/operation';
import { subjectOf } from './subject-of';

export interface Settlement {
  /** Settles the operation when its time comes; does nothing for one that is settled or never will be. */
  expect(operation: Operation): void;
  /** Settles an operation that waited for its holder to activate it; false when it does not wait for that. */
  activate(provider: string, operationId: string): boolean;
  /** Goes on with what an earlier run left pending. */
  start(): void;
  stop(): void;
}

export interface SettlementDeps {
  readonly providers: Providers;
  readonly state: SimulatorState;
  readonly webhooks: WebhookSender;
  readonly clock: Clock;
}

/** Brings operations to their outcome, once each, and tells the platform. */
export function createSettlement({ providers, state, webhooks, clock }: SettlementDeps): Settlement {
  const alarms = createAlarms();

  const conclude = (operation: Operation, standing: OperationStanding) => {
    const settled = { ...operation, standing, settleAt: undefined };
    state.operations.put(operationKey(operation.provider, standing.operationId), settled);
    announceOutcome(webhooks, settled);
  };

  const settle = (code: string, operationId: string) => {
    const operation = state.operations.get(operationKey(code, operationId));
    if (operation?.standing.status === 'PENDING')
      conclude(operation, outcomeOf(state, providers.get(code), operation, clock.now()));
  };

  const expect = ({ provider, request, settleAt }: Operation) => {
    if (settleAt !== undefined) alarms.set(settleAt, () => settle(provider, request.operationId));
  };

  return {
    expect,
    activate(provider, operationId) {
      const operation = state.operations.get(operationKey(provider, operationId));
      if (operation?.standing.status !== 'ACTIVATION_REQUIRED') return false;
      conclude(operation, {
        operationId,
        status: 'CONFIRMED',
        credentialReference: applyOperation(state, operation, clock.now()),
      });
      return true;
    },
    start: () => state.operations.all().forEach(expect),
    stop: () => alarms.clear(),
  };
}

function outcomeOf(
  state: SimulatorState,
  provider: Provider | undefined,
  operation: Operation,
  now: Date,
): OperationStanding {
  const { request, fault } = operation;
  const { operationId, credentialReference } = request;
  if (fault === 'refuse' || !provider) return { operationId, status: 'REFUSED', cause: 'PROVIDER_DECLINED' };

  const subject = subjectOf(state, provider, request);
  const verdict = judgeOperation(request.kind, subject, now);
  if (verdict.is === 'IMPOSSIBLE') return { operationId, status: 'REFUSED', cause: verdict.cause };
  if (verdict.is === 'DONE_ALREADY') return { operationId, status: 'CONFIRMED', credentialReference };
  if (request.kind === 'BIND' && subject.card?.needsActivation) return { operationId, status: 'ACTIVATION_REQUIRED' };
  return { operationId, status: 'CONFIRMED', credentialReference: applyOperation(state, operation, now) };
}
