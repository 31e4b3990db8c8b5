import type { EntityManager } from 'typeorm';
import type { Clock, Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { ProviderProfile } from '../catalogue';
import { listDisputesOfBindings, type DisputeMatter } from '../disputes';
import { findBinding, lockBinding, prepareOperation, type LockedBinding, type Transitions } from '../lifecycle';
import { findOpenSuccession, listForerunners, saveSuccessionEnded, type Succession } from './succession.repository';
import { inheritedHolds, takesLoansAlong, voiceOf } from './succession.rules';

/** Those of these bindings that a loan hangs on which is not over. */
export type ListBorrowing = (
  tx: EntityManager,
  bindingIds: readonly Id<'binding'>[],
) => Promise<ReadonlySet<Id<'binding'>>>;

interface SucceedDeps {
  readonly unitOfWork: UnitOfWork;
  readonly transitions: Transitions;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly listBorrowing: ListBorrowing;
  readonly clock: Clock;
}

/** Longer than any lineage is; one that is longer is taken for a circle. */
const lineageMax = 1000;

/**
 * A successor that is bound takes the place of its predecessor: both are locked in one order, the holds go over first, and what runs twice finds the
 * place taken. A predecessor that is being taken off, or put back, is waited for; one that is off needs no successor, and one whose loan would be left
 * behind has none: both stay.
 */
export function createSucceed({ unitOfWork, transitions, profiles, listBorrowing, clock }: SucceedDeps) {
  async function inherit(tx: EntityManager, from: LockedBinding, to: LockedBinding): Promise<void> {
    const now = clock.now();
    const profile = profiles.get(to.binding.provider);
    let current = to;
    const disputed = await listOpenMatters(tx, from.binding.id);
    for (const hold of inheritedHolds(from.binding.state.holds, disputed)) {
      const operation =
        profile?.suspend.mode === 'NATIVE' ? { operation: prepareOperation('SUSPEND', profile, now) } : {};
      const held = await transitions.take(
        tx,
        current,
        { type: 'AddHold', actor: voiceOf(hold), hold: { ...hold, since: now.toISOString() }, ...operation },
        { channel: 'RECONCILIATION', reason: hold.reason },
      );
      if (!held.ok) throw new Error(`${to.binding.id} cannot be held as its predecessor: ${held.error.kind}`);
      current = held.value;
    }
  }

  async function leavesLoanBehind(tx: EntityManager, { kind, provider, predecessorId }: Succession): Promise<boolean> {
    const profile = profiles.get(provider);
    if (profile && takesLoansAlong(kind, profile)) return false;
    return (await listBorrowing(tx, [predecessorId])).has(predecessorId);
  }

  return ({ successorId }: { readonly successorId: Id<'binding'> }): Promise<void> =>
    unitOfWork.run(async (tx) => {
      const succession = await findOpenSuccession(tx, successorId);
      if (!succession) return;
      const { predecessorId } = succession;
      const locked = new Map<Id<'binding'>, LockedBinding | null>();
      for (const id of [predecessorId, successorId].sort()) locked.set(id, await lockBinding(tx, id));
      const predecessor = locked.get(predecessorId);
      const successor = locked.get(successorId);
      if (!predecessor || !successor || successor.binding.state.phase !== 'BOUND') return;
      // Again, under the locks: another run may have been first.
      if (!(await findOpenSuccession(tx, successorId))) return;
      const { phase } = predecessor.binding.state;
      if (phase === 'UNBINDING' || phase === 'RESTORING') throw new Error(`${predecessorId} is ${phase} still`);
      if (phase !== 'BOUND' || (await leavesLoanBehind(tx, succession)))
        return saveSuccessionEnded(tx, successorId, 'GIVEN_UP', clock.now());
      await inherit(tx, predecessor, successor);
      const trigger = {
        type: 'SuccessorBound',
        actor: 'SYSTEM',
        successorId,
        successorIsBound: true,
        lineageStaysAcyclic: !(await descendsFrom(tx, predecessorId, successorId)),
      } as const;
      const context = { channel: 'RECONCILIATION', reason: succession.reason } as const;
      const taken = await transitions.take(tx, predecessor, trigger, context);
      if (!taken.ok) throw new Error(`${successorId} cannot take the place of ${predecessorId}: ${taken.error.kind}`);
    });
}

/** What is disputed of a binding, or of those whose place it has taken, and not decided yet. */
export async function listOpenMatters(tx: EntityManager, id: Id<'binding'>): Promise<ReadonlySet<DisputeMatter>> {
  const disputes = await listDisputesOfBindings(tx, [id, ...(await listForerunners(tx, id))]);
  return new Set(disputes.filter(({ closedAt }) => closedAt === null).map(({ about }) => about));
}

/** Whether one binding is among those that another follows. */
async function descendsFrom(tx: EntityManager, id: Id<'binding'>, ancestorId: Id<'binding'>): Promise<boolean> {
  let current: Id<'binding'> | null = id;
  for (let left = lineageMax; current !== null && left > 0; left--) {
    if (current === ancestorId) return true;
    current = (await findBinding(tx, current))?.binding.previousBindingId ?? null;
  }
  return current !== null;
}
