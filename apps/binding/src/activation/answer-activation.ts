import type { EntityManager } from 'typeorm';
import type { AbuseLedger } from '@bindery/abuse-ledger';
import { assertNever, err, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import type { Once } from '@bindery/persistence';
import type { Viewer } from '@bindery/trust';
import { lockBinding, type Transitions } from '../lifecycle';
import { findOpenOf, type KeepActivation, type SettleOperation } from '../operations';
import type { ActivationAnswer, ActivationOutcome, Connectors } from '../providers';
import type { AnswerActivationError } from './activation.errors';
import type { activationTryRules } from './activation-tries.rules';
import { readAnswer, stepFor, toRejection, type TypedAnswer } from './activation.rules';

interface AnswerActivationCommand {
  readonly viewer: Viewer;
  readonly idempotencyKey: string;
  readonly bindingId: Id<'binding'>;
  readonly typed: TypedAnswer;
}

type Answered = { readonly bindingId: Id<'binding'> };
type Outcome = Result<Answered, AnswerActivationError>;
export type AnswerActivation = (command: AnswerActivationCommand) => Promise<Outcome>;

/** The operation that waits, and nothing done yet. */
interface NotDoneYet {
  readonly kind: 'NOT_DONE_YET';
  readonly operationId: Id<'operation'>;
  readonly provider: string;
  /** The card as its provider knows it, whoever binds it. */
  readonly card: string;
}

interface AnswerActivationDeps {
  readonly db: EntityManager;
  readonly ledger: AbuseLedger<typeof activationTryRules>;
  readonly once: Once;
  readonly transitions: Transitions;
  readonly connectors: Connectors;
  readonly settleOperation: SettleOperation;
  readonly keepActivation: KeepActivation;
  readonly clock: Clock;
}

/** When to try again after a provider did not answer. */
const retryAfterMs = 10_000;

/** Hands over what a holder answers to a provider's own step: the code that it sent, or a signature. The provider is asked between two transactions. */
export function createAnswerActivation(deps: AnswerActivationDeps): AnswerActivation {
  const { db, ledger, once, transitions, connectors } = deps;

  async function findWaiting(
    tx: EntityManager,
    { viewer, bindingId }: AnswerActivationCommand,
    answer: ActivationAnswer,
  ): Promise<Result<never, Exclude<AnswerActivationError, { kind: 'ACTIVATION_REJECTED' }> | NotDoneYet>> {
    const locked = await lockBinding(tx, bindingId, viewer.accountId);
    if (!locked) return err({ kind: 'NOT_FOUND' });
    const operation = await findOpenOf(tx, bindingId);
    if (!operation?.activation) return err(await transitions.refuse(tx, locked.binding));
    if (!stepFor(answer, operation.activation)) return err({ kind: 'NOTHING_TO_ANSWER' });
    const { id: operationId, provider } = operation;
    return err({ kind: 'NOT_DONE_YET', operationId, provider, card: `${provider} ${locked.card.token}` });
  }

  return async (command) => {
    const { viewer, idempotencyKey, bindingId, typed } = command;
    const answer = readAnswer(typed);
    if (!answer.ok) return answer;
    const request = {
      owner: viewer.accountId,
      operation: 'answerActivation',
      idempotencyKey,
      request: { bindingId, ...answer.value },
    };
    const before = await once(request, (tx): Promise<Result<Answered, AnswerActivationError | NotDoneYet>> =>
      findWaiting(tx, command, answer.value),
    );
    if (before.ok) return before;
    if (before.error.kind !== 'NOT_DONE_YET') return err(before.error);
    const { operationId, provider, card } = before.error;
    const activate = connectors(provider).activate;
    if (!activate) return err({ kind: 'NOTHING_TO_ANSWER' });
    // Counted before as wrong, so that many at once gain nothing; what was not wrong is given back.
    const [act, target] =
      answer.value.code === undefined
        ? (['activation.wrong-signature', operationId] as const)
        : (['activation.wrong', card] as const);
    const claims = [{ act, keys: { ACTOR: viewer.accountId, TARGET: target } }];
    const counted = await ledger.reserve(db, claims);
    if (!counted.ok) return err({ kind: 'TOO_MANY_ANSWERS', retryAt: counted.error.retryAt });
    const settled = await settle(deps, operationId, await activate(operationId, answer.value));
    const wrong = !settled.ok && settled.error.kind === 'ACTIVATION_REJECTED';
    if (!wrong) await ledger.refund(db, counted.value.id);
    return settled.ok ? once(request, async () => ok({ bindingId })) : settled;
  };
}

/** The operation is over, and nothing can be answered any more. */
const refused = { kind: 'ACTIVATION_REJECTED', reason: 'REFUSED', attemptsLeft: 0 } as const;

/** What the provider's answer means for the operation, in a transaction of its own. */
async function settle(
  {
    settleOperation,
    keepActivation,
    clock,
  }: Pick<AnswerActivationDeps, 'settleOperation' | 'keepActivation' | 'clock'>,
  operationId: Id<'operation'>,
  outcome: ActivationOutcome,
): Promise<Result<void, AnswerActivationError>> {
  switch (outcome.status) {
    case 'CONFIRMED': {
      const { credentialReference } = outcome;
      const settled = await settleOperation({
        operationId,
        outcome: { is: 'CONFIRMED', credentialReference },
        channel: 'PROVIDER_ANSWER',
      });
      return settled === 'TURNED_DOWN' ? err(refused) : ok(undefined);
    }
    case 'REFUSED':
      await settleOperation({
        operationId,
        outcome: { is: 'REFUSED', cause: outcome.cause },
        channel: 'PROVIDER_ANSWER',
      });
      return err({ ...refused, reason: toRejection(outcome.cause) });
    case 'PENDING':
      return ok(undefined);
    case 'REJECTED':
      await keepActivation(operationId, outcome.activation);
      return err({
        kind: 'ACTIVATION_REJECTED',
        reason: toRejection(outcome.reason),
        attemptsLeft: outcome.attemptsLeft ?? null,
      });
    case 'UNAVAILABLE':
      return err({ kind: 'PROVIDER_UNAVAILABLE', retryAt: new Date(clock.now().getTime() + retryAfterMs) });
    default:
      return assertNever(outcome, 'answer of a provider');
  }
}
