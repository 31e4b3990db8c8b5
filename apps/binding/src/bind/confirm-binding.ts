import { err, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import type { Once } from '@bindery/persistence';
import type { Viewer } from '@bindery/trust';
import type { ProviderProfile } from '../catalogue';
import {
  lockBinding,
  prepareOperation,
  summariseOperation,
  type OperationSummary,
  type Transitions,
} from '../lifecycle';
import type { UseProof } from '../proofs';
import type { ConfirmBindingError } from './bind.errors';

interface ConfirmBindingCommand {
  readonly viewer: Viewer;
  readonly idempotencyKey: string;
  readonly bindingId: Id<'binding'>;
  /** Token of a proof for BIND on this binding. */
  readonly proof: string;
}

type Outcome = Result<{ bindingId: Id<'binding'>; operation: OperationSummary }, ConfirmBindingError>;
export type ConfirmBinding = (command: ConfirmBindingCommand) => Promise<Outcome>;

interface ConfirmBindingDeps {
  readonly once: Once;
  readonly transitions: Transitions;
  readonly useProof: UseProof;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly clock: Clock;
}

/** The holder has proved that it is them: the provider is asked to bind. */
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
        const used = await useProof(tx, proof, { action: 'BIND', subjectId: bindingId, accountId });
        const operation = prepareOperation('BIND', profile, clock.now());
        const proven = { proofsFresh: used.ok, proofsUnused: used.ok, proofsForThisBinding: used.ok };
        const taken = await transitions.take(
          tx,
          locked,
          { type: 'RequirementsMet', actor: 'HOLDER', ...proven, operation },
          { channel: 'WALLET_APP' },
        );
        if (taken.ok) return ok({ bindingId, operation: summariseOperation(taken.value.binding) });
        if (taken.error.kind === 'GUARD_FAILED' && !used.ok) return used;
        return err(await transitions.refuse(tx, locked.binding));
      },
    );
}
