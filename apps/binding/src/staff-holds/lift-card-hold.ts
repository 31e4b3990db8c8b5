import { isSameHold } from '@bindery/card-lifecycle';
import { err, faultOfWords, ok, type Id, type Result } from '@bindery/kernel';
import type { Viewer } from '@bindery/trust';
import type { EntityManager } from 'typeorm';
import { lockBindingsOfAccount, type Binding } from '../lifecycle';
import type { HoldOfCard, StaffHoldsDeps } from './lay-card-hold';
import { createLiftFromBinding, listCardsOfLine } from './lift-from-binding';
import { barOf, holdKeys, ownerOf, wordsMax, type HoldResult, type StaffHoldOwner } from './staff-hold.rules';
import { findStaffHold, saveStaffHoldLifted } from './staff-hold.repository';
import type { LiftCardHoldError } from './staff-holds.errors';
import { staffHoldsJobs } from './staff-holds.jobs';

interface LiftCardHoldCommand {
  /** One of our people. */
  readonly viewer: Viewer;
  /** Those for whom they speak: of others they learn nothing. */
  readonly owners: readonly StaffHoldOwner[];
  readonly idempotencyKey: string;
  readonly holdId: Id<'hold'>;
  /** Why, for our own people. */
  readonly words: string;
}

export type LiftCardHold = (command: LiftCardHoldCommand) => Promise<Result<HoldOfCard, LiftCardHoldError>>;

/**
 * Lifts a hold of a card, from whatever has taken its place too: at once, or once the provider agrees. What another reason of the same owner holds
 * stays. May be said again while something of it is left, such as after a provider refused.
 */
export function createLiftCardHold({ once, transitions, profiles, security, clock }: StaffHoldsDeps): LiftCardHold {
  const liftFromBinding = createLiftFromBinding({ transitions, profiles, clock });

  async function lift(
    tx: EntityManager,
    { viewer, owners, holdId, words }: LiftCardHoldCommand,
  ): Promise<Result<HoldOfCard, LiftCardHoldError>> {
    const hold = await findStaffHold(tx, holdId);
    if (!hold || !owners.includes(ownerOf[hold.reason])) return err({ kind: 'NOT_FOUND' });
    const bar = barOf(hold, viewer.accountId);
    if (bar) return err({ kind: 'HOLD_NOT_FOR_YOU', bar });
    const owner = ownerOf[hold.reason];
    const isHeld = ({ state }: Binding) =>
      state.holds.some((one) => isSameHold(one, holdKeys[owner])) &&
      !(state.sync.operation?.lifts && isSameHold(state.sync.operation.lifts, holdKeys[owner]));
    const all = await lockBindingsOfAccount(tx, hold.accountId);
    const liftedAt = clock.now();
    const isFirst = await saveStaffHoldLifted(tx, holdId, { liftedWords: words, liftedBy: viewer.accountId, liftedAt });

    const results: HoldResult[] = [];
    for (const locked of all.filter(({ binding }) => isHeld(binding))) {
      const { id: bindingId } = locked.binding;
      if (!(await listCardsOfLine(tx, locked.binding)).includes(hold.cardId)) continue;
      const outcome = await liftFromBinding(tx, locked, owner, 'STAFF');
      if (outcome === 'UNABLE')
        await staffHoldsJobs.enqueue(
          tx,
          'lift-staff-hold',
          { bindingId, owner },
          { jobKey: `lift ${owner} of ${bindingId}` },
        );
      if (outcome !== 'NOT_HELD')
        results.push({ bindingId, outcome: outcome === 'UNABLE' ? 'WAITS_FOR_PROVIDER' : outcome });
    }
    const isNothingDone = results.every(({ outcome }) => outcome === 'STILL_HELD');
    return !isFirst && isNothingDone ? err({ kind: 'HOLD_ALREADY_LIFTED' }) : ok({ holdId, results });
  }

  return async (command) => {
    const { viewer, idempotencyKey, holdId, words } = command;
    const fault = faultOfWords('words', words, wordsMax);
    if (fault) return err(fault);
    const asked = { owner: viewer.accountId, operation: 'liftCardHold', idempotencyKey, request: { holdId, words } };
    const result = await once(asked, (tx) => lift(tx, command));
    if (result.ok) security.record('card-hold-lifted', { userId: viewer.accountId, labels: { subject: holdId } });
    return result;
  };
}
