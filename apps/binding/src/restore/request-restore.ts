import type { EntityManager } from 'typeorm';
import { err, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import { isUniqueViolation, type Once } from '@bindery/persistence';
import type { Viewer } from '@bindery/trust';
import { limitReached, type CouldBegin } from '../bind';
import type { ProviderProfile } from '../catalogue';
import { lockDefaultChoice } from '../default-card';
import { hasAwaitingProof } from '../disputes';
import {
  aboutBinding,
  isRestorable,
  lockBinding,
  prepareOperation,
  summariseOperation,
  windowAndPolicy,
  type FactBook,
  type OperationSummary,
  type Transitions,
} from '../lifecycle';
import { findOpenOf } from '../operations';
import type { HoldIfLost } from '../lost';
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
  readonly holdIfLost: HoldIfLost;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly clock: Clock;
}

/** Undoes an unbind inside the provider's window (requirement 12), while its limits leave room for one more. */
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
  { transitions, facts, couldBegin, useProof, holdIfLost, profiles, clock }: Omit<RequestRestoreDeps, 'once'>,
): Promise<Outcome> {
  const { accountId } = viewer;
  const locked = await lockBinding(tx, bindingId, accountId);
  const profile = locked && profiles.get(locked.binding.provider);
  if (!locked || !profile) return err({ kind: 'NOT_FOUND' });
  const { binding } = locked;
  // The card is being taken off at the provider once more: what was sent would overtake a restore, or be overtaken.
  if (await findOpenOf(tx, bindingId)) return err(await transitions.refuse(tx, binding));
  const now = clock.now();
  const about = aboutBinding(binding);
  const disputeOpen = await facts.read(tx, 'disputeOpen', about);
  const asked = windowAndPolicy(binding, profile, { now, disputeOpen });
  // As where one is confirmed: who takes two cards back at once has room for one at most as well.
  await lockDefaultChoice(tx, accountId);
  const slotFree = await facts.read(tx, 'slotFree', about);
  const limit = isRestorable(binding, profile, { now, disputeOpen, slotFree })
    ? await limitReached(tx, binding, profile)
    : null;
  if (limit !== null) return err({ kind: 'BINDING_LIMIT', limit });
  const { factors } = profile.requirements.RESTORE;
  const used = await useProof(tx, proof, { action: 'RESTORE', subjectId: bindingId, accountId, factors });
  const returning = {
    ...asked,
    proofFresh: used.ok,
    proofUnused: used.ok,
    proofForThisRestore: used.ok,
    operation: prepareOperation('RESTORE', profile, now),
  };
  // Two of our people found that the unbind was not the holder's; that it is the holder who takes the card back, this proof
  // says. Every act burns its proof, so one that was good just now was not that of the disputed act.
  const trigger = (await hasAwaitingProof(tx, bindingId))
    ? ({
        type: 'Reinstate',
        actor: 'SYSTEM',
        disputeUpheld: true,
        proofNotFromDisputedAct: used.ok,
        ...returning,
      } as const)
    : ({ type: 'RequestRestore', actor: 'HOLDER', ...returning } as const);
  const taken = await transitions.take(tx, locked, trigger, {
    channel: 'WALLET_APP',
    proofId: used.ok ? used.value.id : undefined,
  });
  if (taken.ok) {
    await holdIfLost(tx, taken.value, 'WALLET_APP');
    return ok({ bindingId, operation: summariseOperation(taken.value.binding) });
  }
  const obstacle = toRestoreObstacle(taken.error, asked);
  if (obstacle) {
    const [couldBind = false] = slotFree ? await couldBegin(tx, viewer, [binding]) : [];
    return err({ kind: 'RESTORE_REFUSED', reason: obstacle, couldBind });
  }
  if (taken.error.kind === 'GUARD_FAILED' && !used.ok)
    return err({ kind: 'PROOF_REJECTED', reason: used.error.reason });
  return err(await transitions.refuse(tx, binding));
}
