import type { GuardName } from '@bindery/card-lifecycle';
import { err, ok, type Clock, type Result } from '@bindery/kernel';
import { isUniqueViolation } from '@bindery/persistence';
import type { Binding } from '../lifecycle/binding.rules';
import type { BindingErrorOf, ProofRejection, RequestError } from '../lifecycle/lifecycle.errors';
import type { ProviderProfile } from '../catalogue/provider-profile.rules';
import { findInSlot, lockBinding } from '../lifecycle/binding.repository';
import type { Attempt } from '../use-cases/attempt';
import type { Caller } from '../use-cases/caller';
import { prepareOperation } from '../lifecycle/operation.rules';
import { refuse, sentOperation, toTransitionRefused } from '../lifecycle/refusals.rules';
import type { SentOperation } from '../use-cases/sent-operation';
import type { Steps } from '../lifecycle/transitions';
import type { UseProof } from '../proofs/use-proof';

interface RequestRestoreCommand {
  readonly caller: Caller;
  readonly idempotencyKey: string;
  readonly bindingId: string;
  /** Token of a proof for RESTORE on this binding. */
  readonly proof: string;
}

type RequestRestoreError =
  RequestError | BindingErrorOf<'NOT_FOUND' | 'RESTORE_REFUSED' | 'PROOF_REJECTED' | 'TRANSITION_REFUSED'>;

export type RequestRestore = (
  command: RequestRestoreCommand,
) => Promise<Result<{ bindingId: string; operation: SentOperation }, RequestRestoreError>>;

interface RequestRestoreDeps {
  readonly attempt: Attempt;
  readonly steps: Steps;
  readonly useProof: UseProof;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly clock: Clock;
}

/** Undoes an unbind inside the provider's window (requirement 12). */
export function createRequestRestore({
  attempt,
  steps,
  useProof,
  profiles,
  clock,
}: RequestRestoreDeps): RequestRestore {
  const restore = ({ caller, idempotencyKey, bindingId, proof }: RequestRestoreCommand): ReturnType<RequestRestore> =>
    attempt({ caller, operation: 'requestRestore', idempotencyKey, request: { bindingId } }, async (tx) => {
      const held = await lockBinding(tx, bindingId, caller.accountId);
      const profile = held && profiles.get(held.binding.provider);
      if (!held || !profile) return refuse({ kind: 'NOT_FOUND' });
      const { binding } = held;
      const now = clock.now();
      const policyAllows = profile.restore.strategy !== 'REBIND_ONLY';
      // A window that was never open is not over: the policy is what says no then.
      const withinWindow = !policyAllows || (binding.restorableUntil !== null && now <= binding.restorableUntil);
      const slotFree = (await findInSlot(tx, binding)) === null;
      const used = await useProof(tx, proof, { action: 'RESTORE', subjectId: bindingId, accountId: caller.accountId });
      const proven = { proofFresh: used.ok, proofUnused: used.ok, proofForThisRestore: used.ok };
      const operation = prepareOperation('RESTORE', profile, now);
      const trigger = {
        type: 'RequestRestore',
        actor: 'HOLDER',
        withinWindow,
        policyAllows,
        slotFree,
        ...proven,
        operation,
      } as const;
      const taken = await steps.take(tx, held, trigger, {
        channel: 'WALLET_APP',
        proofId: used.ok ? used.value.id : undefined,
      });
      if (taken.ok) return ok({ bindingId, operation: sentOperation(taken.value.binding) });
      return err(refusalOf(taken.error.guard, binding, profile, used.ok ? undefined : used.error.reason));
    });

  return async (command) => {
    try {
      return await restore(command);
    } catch (error) {
      // A rebind of the same card took the slot between the look and the commit.
      if (isUniqueViolation(error, 'binding_slot')) return refuse({ kind: 'RESTORE_REFUSED', reason: 'BOUND_AGAIN' });
      throw error;
    }
  };
}

function refusalOf(
  guard: GuardName | undefined,
  binding: Binding,
  { restore }: ProviderProfile,
  rejection: ProofRejection | undefined,
) {
  // A retired binding is over, but what its holder wants to hear is why it cannot come back.
  if (binding.state.phase === 'RETIRED')
    return {
      kind: 'RESTORE_REFUSED',
      reason: restore.strategy === 'REBIND_ONLY' ? 'NOT_OFFERED' : 'WINDOW_OVER',
    } as const;
  if (guard === 'policyAllows') return { kind: 'RESTORE_REFUSED', reason: 'NOT_OFFERED' } as const;
  if (guard === 'withinWindow') return { kind: 'RESTORE_REFUSED', reason: 'WINDOW_OVER' } as const;
  if (guard === 'slotFree') return { kind: 'RESTORE_REFUSED', reason: 'BOUND_AGAIN' } as const;
  if (guard !== undefined && rejection) return { kind: 'PROOF_REJECTED', reason: rejection } as const;
  return toTransitionRefused(binding);
}
