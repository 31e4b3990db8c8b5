import { err, ok, type Clock, type Result } from '@bindery/kernel';
import type { BindingErrorOf, RequestError } from '../lifecycle/lifecycle.errors';
import type { ProviderProfile } from '../catalogue/provider-profile.rules';
import { lockBinding } from '../lifecycle/binding.repository';
import type { Attempt } from '../use-cases/attempt';
import type { Caller } from '../use-cases/caller';
import { prepareOperation } from '../lifecycle/operation.rules';
import { refuse, sentOperation, toTransitionRefused } from '../lifecycle/refusals.rules';
import type { SentOperation } from '../use-cases/sent-operation';
import type { Steps } from '../lifecycle/transitions';
import type { UseProof } from '../proofs/use-proof';

interface ConfirmBindingCommand {
  readonly caller: Caller;
  readonly idempotencyKey: string;
  readonly bindingId: string;
  /** Token of a proof for BIND on this binding. */
  readonly proof: string;
}

type ConfirmBindingError = RequestError | BindingErrorOf<'NOT_FOUND' | 'PROOF_REJECTED' | 'TRANSITION_REFUSED'>;

export type ConfirmBinding = (
  command: ConfirmBindingCommand,
) => Promise<Result<{ bindingId: string; operation: SentOperation }, ConfirmBindingError>>;

interface ConfirmBindingDeps {
  readonly attempt: Attempt;
  readonly steps: Steps;
  readonly useProof: UseProof;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly clock: Clock;
}

/** The holder has proved that it is them: the provider is asked to bind. */
export function createConfirmBinding({
  attempt,
  steps,
  useProof,
  profiles,
  clock,
}: ConfirmBindingDeps): ConfirmBinding {
  return ({ caller, idempotencyKey, bindingId, proof }) =>
    attempt({ caller, operation: 'confirmBinding', idempotencyKey, request: { bindingId } }, async (tx) => {
      const held = await lockBinding(tx, bindingId, caller.accountId);
      const profile = held && profiles.get(held.binding.provider);
      if (!held || !profile) return refuse({ kind: 'NOT_FOUND' });
      const used = await useProof(tx, proof, { action: 'BIND', subjectId: bindingId, accountId: caller.accountId });
      const operation = prepareOperation('BIND', profile, clock.now());
      const proven = { proofsFresh: used.ok, proofsUnused: used.ok, proofsForThisBinding: used.ok };
      const taken = await steps.take(
        tx,
        held,
        { type: 'RequirementsMet', actor: 'SYSTEM', ...proven, consentRecorded: true, reviewDeadline: null, operation },
        { channel: 'WALLET_APP' },
      );
      if (taken.ok) return ok({ bindingId, operation: sentOperation(taken.value.binding) });
      if (taken.error.kind === 'GUARD_FAILED' && !used.ok) return used;
      return err(toTransitionRefused(held.binding));
    });
}
