import { isSameHold } from '@bindery/card-lifecycle';
import type { Clock, Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import type { ProviderProfile } from '../catalogue';
import {
  listBindingsById,
  prepareOperation,
  type Binding,
  type Channel,
  type LockedBinding,
  type Transitions,
} from '../lifecycle';
import { listForerunners } from '../succession';
import { holdKeys, ownerOf, type HoldOutcome, type StaffHoldOwner } from './staff-hold.rules';
import { listOpenStaffHolds } from './staff-hold.repository';

/** Lifts the hold of an owner from one binding, unless it is held by another reason still. UNABLE: its provider cannot be told now. */
export type LiftFromBinding = (
  tx: EntityManager,
  locked: LockedBinding,
  owner: StaffHoldOwner,
  channel: Channel,
) => Promise<Extract<HoldOutcome, 'LIFTED' | 'WAITS_FOR_PROVIDER' | 'STILL_HELD'> | 'NOT_HELD' | 'UNABLE'>;

interface LiftFromBindingDeps {
  readonly transitions: Transitions;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly clock: Clock;
}

/** Its card, and those whose place it has taken: their holds went over to it. */
export async function listCardsOfLine(tx: EntityManager, { id, cardId }: Binding): Promise<Id<'card'>[]> {
  const before = await listBindingsById(tx, await listForerunners(tx, id));
  return [cardId, ...before.map((forerunner) => forerunner.cardId)];
}

export function createLiftFromBinding({ transitions, profiles, clock }: LiftFromBindingDeps): LiftFromBinding {
  return async (tx, locked, owner, channel) => {
    const { provider, state } = locked.binding;
    const key = holdKeys[owner];
    if (!state.holds.some((one) => isSameHold(one, key))) return 'NOT_HELD';
    const open = await listOpenStaffHolds(tx, await listCardsOfLine(tx, locked.binding));
    if (open.some(({ reason }) => ownerOf[reason] === owner)) return 'STILL_HELD';
    const profile = profiles.get(provider);
    const operation =
      profile?.suspend.mode === 'NATIVE' ? { operation: prepareOperation('RESUME', profile, clock.now()) } : {};
    const lifted = await transitions.take(
      tx,
      locked,
      { type: 'LiftHold', actor: owner, ...key, ...operation },
      { channel, reason: key.reason },
    );
    if (!lifted.ok) return 'UNABLE';
    const isLeft = lifted.value.binding.state.holds.some((one) => isSameHold(one, key));
    return isLeft ? 'WAITS_FOR_PROVIDER' : 'LIFTED';
  };
}
