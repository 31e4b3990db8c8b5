import { err, ok, type Result } from '@bindery/kernel';
import type { BindingErrorOf, RequestError } from '../lifecycle/lifecycle.errors';
import { lockBinding } from '../lifecycle/binding.repository';
import type { Attempt } from '../use-cases/attempt';
import type { Caller } from '../use-cases/caller';
import { refuse, toTransitionRefused } from '../lifecycle/refusals.rules';
import type { Steps } from '../lifecycle/transitions';

interface CancelBindingCommand {
  readonly caller: Caller;
  readonly idempotencyKey: string;
  readonly bindingId: string;
}

type CancelBindingError = RequestError | BindingErrorOf<'NOT_FOUND' | 'TRANSITION_REFUSED'>;

export type CancelBinding = (
  command: CancelBindingCommand,
) => Promise<Result<{ bindingId: string }, CancelBindingError>>;

/** The holder gives up a binding that is not bound yet. */
export function createCancelBinding({
  attempt,
  steps,
}: {
  readonly attempt: Attempt;
  readonly steps: Steps;
}): CancelBinding {
  return ({ caller, idempotencyKey, bindingId }) =>
    attempt({ caller, operation: 'cancelBinding', idempotencyKey, request: { bindingId } }, async (tx) => {
      const held = await lockBinding(tx, bindingId, caller.accountId);
      if (!held) return refuse({ kind: 'NOT_FOUND' });
      const taken = await steps.take(tx, held, { type: 'Cancel', actor: 'HOLDER' }, { channel: 'WALLET_APP' });
      return taken.ok ? ok({ bindingId }) : err(toTransitionRefused(held.binding));
    });
}
