import type { EntityManager } from 'typeorm';
import type { GuardName } from '@bindery/card-lifecycle';
import { err, ok, type Clock, type Result } from '@bindery/kernel';
import { isUniqueViolation, type Once } from '@bindery/persistence';
import type { Viewer } from '@bindery/trust';
import type { ProviderProfile } from '../catalogue';
import {
  findInSlot,
  lockBinding,
  prepareOperation,
  summariseOperation,
  toTransitionRefused,
  type Binding,
  type FactBook,
  type OperationSummary,
  type Transitions,
} from '../lifecycle';
import type { ProofRejection, UseProof } from '../proofs';
import type { RequestRestoreError } from './restore.errors';

interface RequestRestoreCommand {
  readonly viewer: Viewer;
  readonly idempotencyKey: string;
  readonly bindingId: string;
  /** Token of a proof for RESTORE on this binding. */
  readonly proof: string;
}

type Outcome = Result<{ bindingId: string; operation: OperationSummary }, RequestRestoreError>;
export type RequestRestore = (command: RequestRestoreCommand) => Promise<Outcome>;

interface RequestRestoreDeps {
  readonly once: Once;
  readonly transitions: Transitions;
  readonly facts: FactBook;
  readonly useProof: UseProof;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly clock: Clock;
}

/** Undoes an unbind inside the provider's window (requirement 12). */
export function createRequestRestore({ once, ...deps }: RequestRestoreDeps): RequestRestore {
  return async (command) => {
    const { viewer, idempotencyKey, bindingId } = command;
    const request = {
      owner: viewer.accountId,
      operation: 'requestRestore',
      idempotencyKey,
      request: { bindingId },
    };
    try {
      return await once(request, (tx) => restore(tx, command, deps));
    } catch (error) {
      // A rebind of the same card took the slot between the look and the commit.
      if (isUniqueViolation(error, 'binding_slot')) return err({ kind: 'RESTORE_REFUSED', reason: 'BOUND_AGAIN' });
      throw error;
    }
  };
}

async function restore(
  tx: EntityManager,
  { viewer: { accountId }, bindingId, proof }: RequestRestoreCommand,
  { transitions, facts, useProof, profiles, clock }: Omit<RequestRestoreDeps, 'once'>,
): Promise<Outcome> {
  const locked = await lockBinding(tx, bindingId, accountId);
  const profile = locked && profiles.get(locked.binding.provider);
  if (!locked || !profile) return err({ kind: 'NOT_FOUND' });
  const { binding } = locked;
  const now = clock.now();
  const policyAllows = profile.restore.strategy !== 'REBIND_ONLY';
  const { restorableUntil } = binding;
  const windowOpen =
    restorableUntil !== null &&
    (now <= restorableUntil || (await facts.read(tx, 'disputeOpen', { accountId, binding })));
  const used = await useProof(tx, proof, { action: 'RESTORE', subjectId: bindingId, accountId });
  const trigger = {
    type: 'RequestRestore',
    actor: 'HOLDER',
    // A window that was never open is not over: the policy is what says no then.
    withinWindow: !policyAllows || windowOpen,
    policyAllows,
    slotFree: (await findInSlot(tx, binding)) === null,
    proofFresh: used.ok,
    proofUnused: used.ok,
    proofForThisRestore: used.ok,
    operation: prepareOperation('RESTORE', profile, now),
  } as const;
  const taken = await transitions.take(tx, locked, trigger, {
    channel: 'WALLET_APP',
    proofId: used.ok ? used.value.id : undefined,
  });
  if (taken.ok) return ok({ bindingId, operation: summariseOperation(taken.value.binding) });
  return err(refusalOf(taken.error.guard, binding, profile, used.ok ? undefined : used.error.reason));
}

function refusalOf(
  guard: GuardName | undefined,
  binding: Binding,
  { restore: { strategy } }: ProviderProfile,
  rejection: ProofRejection | undefined,
): RequestRestoreError {
  // A retired binding is over, but what its holder wants to hear is why it cannot come back.
  if (binding.state.phase === 'RETIRED')
    return { kind: 'RESTORE_REFUSED', reason: strategy === 'REBIND_ONLY' ? 'NOT_OFFERED' : 'WINDOW_OVER' };
  if (guard === 'policyAllows') return { kind: 'RESTORE_REFUSED', reason: 'NOT_OFFERED' };
  if (guard === 'withinWindow') return { kind: 'RESTORE_REFUSED', reason: 'WINDOW_OVER' };
  if (guard === 'slotFree') return { kind: 'RESTORE_REFUSED', reason: 'BOUND_AGAIN' };
  if (guard !== undefined && rejection) return { kind: 'PROOF_REJECTED', reason: rejection };
  return toTransitionRefused(binding);
}
