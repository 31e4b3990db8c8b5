import { err, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import type { Once } from '@bindery/persistence';
import type { Viewer } from '@bindery/trust';
import type { ProviderProfile } from '../catalogue';
import {
  type Binding,
  lockBinding,
  prepareOperation,
  summariseOperation,
  type OperationSummary,
  type Transitions,
} from '../lifecycle';
import { lockDefaultChoice } from '../default-card';
import type { UseProof } from '../proofs';
import { reviewOf } from '../reviews';
import type { ConfirmBindingError } from './bind.errors';
import { limitReached } from './start/limits/limit-reached';

interface ConfirmBindingCommand {
  readonly viewer: Viewer;
  readonly idempotencyKey: string;
  readonly bindingId: Id<'binding'>;
  /** Token of a proof for BIND on this binding. */
  readonly proof: string;
}

/** `operation`: null while people look at it first, until `reviewUntil` (ISO 8601). */
interface Confirmed {
  readonly bindingId: Id<'binding'>;
  readonly operation: OperationSummary | null;
  readonly reviewUntil: string | null;
}

type Outcome = Result<Confirmed, ConfirmBindingError>;
export type ConfirmBinding = (command: ConfirmBindingCommand) => Promise<Outcome>;

interface ConfirmBindingDeps {
  readonly once: Once;
  readonly transitions: Transitions;
  readonly useProof: UseProof;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly clock: Clock;
}

/** The holder has proved that it is them: the provider is asked to bind, or people are to look at it before. */
export function createConfirmBinding({
  once,
  transitions,
  useProof,
  profiles,
  clock,
}: ConfirmBindingDeps): ConfirmBinding {
  return ({ viewer: { accountId }, idempotencyKey, bindingId, proof }) =>
    once(
      { owner: accountId, operation: 'confirmBinding', idempotencyKey, request: { bindingId, proof } },
      async (tx): Promise<Outcome> => {
        const locked = await lockBinding(tx, bindingId, accountId);
        const profile = locked && profiles.get(locked.binding.provider);
        if (!locked || !profile) return err({ kind: 'NOT_FOUND' });
        // Confirmations of one account wait for each other here, so that limits hold: the row before, as every step that moves the default does.
        await lockDefaultChoice(tx, accountId);
        const limit = locked.binding.state.phase === 'VERIFYING' && (await limitReached(tx, locked.binding, profile));
        if (typeof limit === 'number') return err({ kind: 'BINDING_LIMIT', limit });
        const { factors } = profile.requirements.BIND;
        const used = await useProof(tx, proof, { action: 'BIND', subjectId: bindingId, accountId, factors });
        const operation = prepareOperation('BIND', profile, clock.now());
        const proven = { proofsFresh: used.ok, proofsUnused: used.ok, proofsForThisBinding: used.ok };
        const taken = await transitions.take(
          tx,
          locked,
          { type: 'RequirementsMet', actor: 'HOLDER', ...proven, operation },
          { channel: 'WALLET_APP', ...(await reviewOf(tx, locked.binding, profile)) },
        );
        if (taken.ok) return ok(confirmed(taken.value.binding));
        if (taken.error.kind === 'GUARD_FAILED' && !used.ok) return used;
        return err(await transitions.refuse(tx, locked.binding));
      },
    );
}

function confirmed(binding: Binding): Confirmed {
  const { id: bindingId, state, deadline } = binding;
  return state.phase === 'IN_REVIEW'
    ? { bindingId, operation: null, reviewUntil: deadline?.toISOString() ?? null }
    : { bindingId, operation: summariseOperation(binding), reviewUntil: null };
}
