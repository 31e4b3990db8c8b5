import { timingSafeEqual } from 'node:crypto';
import { err, ok, type Clock, type Result } from '@bindery/kernel';
import type { Settlement } from '../operations/settle-operation';
import { invitationKey, type HolderCode } from '../records/holder-code';
import { operationKey, type Operation, type OperationStanding } from '../records/operation';
import type { SimulatorState } from '../state/simulator-state';

/** How often a holder may be wrong before the provider gives the operation up. */
export const wrongCodesMax = 3;

export type CodeRefusal = {
  readonly kind: 'CODE_NOT_AWAITED' | 'CODE_WRONG' | 'CODE_EXPIRED' | 'CODE_USED_UP' | 'INVITATION_MISSING';
  readonly attemptsLeft?: number;
};

interface AnswerDeps {
  readonly state: SimulatorState;
  readonly settlement: Settlement;
  readonly clock: Clock;
}

/** Takes a code for an operation that waits for one. A code counts once; the third wrong one ends the operation. */
export function answerCode(
  { state, settlement, clock }: AnswerDeps,
  provider: string,
  operationId: string,
  typed: string,
): Result<OperationStanding, CodeRefusal> {
  const operation = state.operations.get(operationKey(provider, operationId));
  // The same answer again, because the first one's reply was lost: the operation says how it ended.
  if (operation?.standing.status === 'CONFIRMED') return ok(operation.standing);
  if (operation?.standing.status !== 'ACTIVATION_REQUIRED') return err({ kind: 'CODE_NOT_AWAITED' });
  const key = keyOf(state, operation);
  const known = state.codes.get(key);
  if (!known || known.used) return err({ kind: 'INVITATION_MISSING' });
  if (clock.now() >= new Date(known.expiresAt)) return err({ kind: 'CODE_EXPIRED' });
  if (!isSame(known.code, typed)) return wrong(state, settlement, operation, key, known);
  state.codes.put(key, { ...known, used: true });
  settlement.activate(provider, operationId);
  return ok(state.operations.get(operationKey(provider, operationId))?.standing ?? operation.standing);
}

function wrong(
  state: SimulatorState,
  settlement: Settlement,
  { provider, request }: Operation,
  key: string,
  known: HolderCode,
): Result<never, CodeRefusal> {
  const attemptsLeft = wrongCodesMax - known.wrong - 1;
  state.codes.put(key, { ...known, wrong: known.wrong + 1, used: attemptsLeft === 0 });
  if (attemptsLeft > 0) return err({ kind: 'CODE_WRONG', attemptsLeft });
  settlement.giveUp(provider, request.operationId, 'CODE_USED_UP');
  return err({ kind: 'CODE_USED_UP', attemptsLeft: 0 });
}

/** A bank's code is for this operation; an invitation for the member. */
function keyOf(state: SimulatorState, { provider, request }: Operation): string {
  const own = operationKey(provider, request.operationId);
  return state.codes.get(own) ? own : invitationKey(provider, request.token ?? '');
}

function isSame(code: string, typed: string): boolean {
  const [one, other] = [Buffer.from(code), Buffer.from(typed)];
  return one.length === other.length && timingSafeEqual(one, other);
}
