import { err, ok, type Clock, type Result } from '@bindery/kernel';
import { type Fault, strikesAfterAnswer } from '../faults/fault';
import type { Provider } from '../providers/provider';
import type { SimulatorState } from '../state/simulator-state';
import { judgeOperation, type Verdict } from './judge-operation';
import { operationKey, type OperationAnswer, type OperationRequest } from '../records/operation';
import type { Settlement } from './settle-operation';
import { subjectOf } from './subject-of';

export interface SubmitDeps {
  readonly state: SimulatorState;
  readonly clock: Clock;
  readonly settleDelayMs: number;
  readonly settlement: Settlement;
}

export type SubmitError = { readonly kind: 'IDEMPOTENCY_KEY_REUSED' };

/** The answer an operation was given before, if it is known; an error when another one had its key. */
export function findAnswer(
  state: SimulatorState,
  provider: Provider,
  request: OperationRequest,
): Result<OperationAnswer | undefined, SubmitError> {
  const known = state.operations.get(operationKey(provider.code, request.operationId));
  if (!known) return ok(undefined);
  const asked = ({ callbackUrl: _, operationId: __, ...what }: OperationRequest) =>
    JSON.stringify(
      Object.entries(what)
        .filter(([, value]) => value !== undefined)
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    );
  return asked(known.request) === asked(request) ? ok(known.answer) : err({ kind: 'IDEMPOTENCY_KEY_REUSED' });
}

/** Records an operation and answers it: at once where there is nothing to do, else PENDING and settled later. */
export function submitOperation(
  { state, clock, settleDelayMs, settlement }: SubmitDeps,
  provider: Provider,
  request: OperationRequest,
  fault?: Fault,
): OperationAnswer {
  const verdict = judgeOperation(request.kind, subjectOf(state, provider, request), clock.now());
  const answer = fault && strikesAfterAnswer(fault) ? pending(request) : answerNow(request, verdict);
  const waits = answer.body.status === 'PENDING' && fault?.mode !== 'never';
  const operation = {
    provider: provider.code,
    request,
    standing: answer.body,
    answer,
    fault: fault?.mode,
    settleAt: waits ? clock.now().getTime() + settleAfterMs(settleDelayMs, fault) : undefined,
  };
  state.operations.put(operationKey(provider.code, request.operationId), operation);
  settlement.expect(operation);
  return answer;
}

function settleAfterMs(settleDelayMs: number, fault: Fault | undefined): number {
  if (fault?.mode === 'late') return fault.delayMs;
  return fault?.mode === 'slow' ? settleDelayMs + fault.delayMs : settleDelayMs;
}

function answerNow(request: OperationRequest, verdict: Verdict): OperationAnswer {
  const { operationId, credentialReference } = request;
  if (verdict.is === 'POSSIBLE') return pending(request);
  if (verdict.is === 'DONE_ALREADY')
    return { statusCode: 200, body: { operationId, status: 'CONFIRMED', credentialReference } };
  return { statusCode: 200, body: { operationId, status: 'REFUSED', cause: verdict.cause } };
}

const pending = ({ operationId }: OperationRequest): OperationAnswer => ({
  statusCode: 202,
  body: { operationId, status: 'PENDING' },
});
