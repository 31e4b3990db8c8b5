import type { Clock } from '@bindery/kernel';
import type { Provider, Providers } from '../providers/provider';
import type { SimulatorState } from '../state/simulator-state';
import { createAlarms } from '../webhooks/alarms';
import type { WebhookSender } from '../webhooks/webhook-sender';
import { announceOutcome } from './announce-outcome';
import { applyOperation } from './apply-operation';
import { judgeOperation } from './judge-operation';
import { operationKey, type Operation, type OperationStanding, type RefusalCause } from '../records/operation';
import { subjectOf } from './subject-of';

export interface Settlement {
  /** Settles the operation when its time comes; does nothing for one that is settled or never will be. */
  expect(operation: Operation): void;
  /** Settles a pending operation at once, where its provider answers with the outcome. */
  settleNow(provider: string, operationId: string): void;
  /** Settles an operation that waited for its holder to activate it; false when it does not wait for that. */
  activate(provider: string, operationId: string): boolean;
  /** Ends an operation that waited for its holder, who could not show that the card is theirs. */
  giveUp(provider: string, operationId: string, cause: RefusalCause): void;
  /** Goes on with what an earlier run left pending. */
  start(): void;
  stop(): void;
}

export interface SettlementDeps {
  readonly providers: Providers;
  readonly state: SimulatorState;
  readonly webhooks: WebhookSender;
  readonly clock: Clock;
  /** What follows of an outcome before it is told. */
  readonly follow?: FollowOutcome;
}

/** What rooms that build on this one do about an outcome; what it answers is told with it. */
export type FollowOutcome = (operation: Operation, standing: OperationStanding) => OperationStanding;

/** Brings operations to their outcome, once each, and tells the platform. */
export function createSettlement({
  providers,
  state,
  webhooks,
  clock,
  follow = (_, standing) => standing,
}: SettlementDeps): Settlement {
  const alarms = createAlarms(clock);

  const conclude = (operation: Operation, outcome: OperationStanding) => {
    const standing = follow(operation, outcome);
    const settled = { ...operation, standing, settleAt: undefined };
    state.operations.put(operationKey(operation.provider, standing.operationId), settled);
    announceOutcome(webhooks, state, settled);
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
    settleNow: settle,
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
    giveUp(provider, operationId, cause) {
      const operation = state.operations.get(operationKey(provider, operationId));
      if (operation?.standing.status === 'ACTIVATION_REQUIRED')
        conclude(operation, { operationId, status: 'REFUSED', cause });
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
