import type { EntityManager } from 'typeorm';
import { err, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import { isUniqueViolation, type Once } from '@bindery/persistence';
import type { Viewer } from '@bindery/trust';
import type { CouldBegin } from '../bind';
import type { ProviderProfile } from '../catalogue';
import {
  aboutBinding,
  lockBinding,
  prepareOperation,
  summariseOperation,
  windowAndPolicy,
  type FactBook,
  type OperationSummary,
  type Transitions,
} from '../lifecycle';
import type { UseProof } from '../proofs';
import type { RequestRestoreError } from './restore.errors';
import { toRestoreObstacle } from './restore.rules';

interface RequestRestoreCommand {
  readonly viewer: Viewer;
  readonly idempotencyKey: string;
  readonly bindingId: Id<'binding'>;
  /** Token of a proof for RESTORE on this binding. */
  readonly proof: string;
}

type Outcome = Result<{ bindingId: Id<'binding'>; operation: OperationSummary }, RequestRestoreError>;
export type RequestRestore = (command: RequestRestoreCommand) => Promise<Outcome>;

interface RequestRestoreDeps {
  readonly once: Once;
  readonly transitions: Transitions;
  readonly facts: FactBook;
  readonly couldBegin: CouldBegin;
  readonly useProof: UseProof;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly clock: Clock;
}

/** Undoes an unbind inside the provider's window (requirement 12). */
export function createRequestRestore({ once, ...deps }: RequestRestoreDeps): RequestRestore {
  return async (command) => {
    const { viewer, idempotencyKey, bindingId, proof } = command;
    const request = {
      owner: viewer.accountId,
      operation: 'requestRestore',
      idempotencyKey,
      request: { bindingId, proof },
    };
    try {
      return await once(request, (tx) => restore(tx, command, deps));
    } catch (error) {
      // A rebind of the same card took the slot between the look and the commit.
      if (isUniqueViolation(error, 'binding_slot'))
        return err({ kind: 'RESTORE_REFUSED', reason: 'BOUND_AGAIN', couldBind: false });
      throw error;
    }
  };
}

async function restore(
  tx: EntityManager,
  { viewer, bindingId, proof }: RequestRestoreCommand,
  { transitions, facts, couldBegin, useProof, profiles, clock }: Omit<RequestRestoreDeps, 'once'>,
): Promise<Outcome> {
  const { accountId } = viewer;
  const locked = await lockBinding(tx, bindingId, accountId);
  const profile = locked && profiles.get(locked.binding.provider);
  if (!locked || !profile) return err({ kind: 'NOT_FOUND' });
  const { binding } = locked;
  const now = clock.now();
  const about = aboutBinding(binding);
  const disputeOpen = await facts.read(tx, 'disputeOpen', about);
  const asked = windowAndPolicy(binding, profile, { now, disputeOpen });
  const used = await useProof(tx, proof, { action: 'RESTORE', subjectId: bindingId, accountId });
  const trigger = {
    type: 'RequestRestore',
    actor: 'HOLDER',
    ...asked,
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
  const obstacle = toRestoreObstacle(taken.error, asked);
  if (obstacle) {
    const slotFree = await facts.read(tx, 'slotFree', about);
    const [couldBind = false] = slotFree ? await couldBegin(tx, viewer, [binding]) : [];
    return err({ kind: 'RESTORE_REFUSED', reason: obstacle, couldBind });
  }
  if (taken.error.kind === 'GUARD_FAILED' && !used.ok)
    return err({ kind: 'PROOF_REJECTED', reason: used.error.reason });
  return err(await transitions.refuse(tx, binding));
}
