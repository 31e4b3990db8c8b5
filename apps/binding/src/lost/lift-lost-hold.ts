import type { EntityManager } from 'typeorm';
import { isSameHold, mayBeHeldByHolder, type HoldKey } from '@bindery/card-lifecycle';
import type { Clock } from '@bindery/kernel';
import type { ProviderProfile } from '../catalogue';
import { prepareOperation, type Channel, type LockedBinding, type Transitions } from '../lifecycle';
import type { FoundOutcome } from './lost.rules';

/** Lifts the hold of a report from one binding: at once, or when its provider agrees. UNABLE: the provider cannot be told now. */
export type LiftLostHold = (
  tx: EntityManager,
  locked: LockedBinding,
  hold: HoldKey,
  channel: Channel,
) => Promise<FoundOutcome | 'UNABLE'>;

interface LiftLostHoldDeps {
  readonly transitions: Transitions;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly clock: Clock;
}

export function createLiftLostHold({ transitions, profiles, clock }: LiftLostHoldDeps): LiftLostHold {
  return async (tx, locked, hold, channel) => {
    const { provider, state } = locked.binding;
    if (!state.holds.some((one) => isSameHold(one, hold))) return 'NOT_HELD';
    const actor = hold.owner === 'HOLDER' || mayBeHeldByHolder(state.phase) ? 'HOLDER' : 'SYSTEM';
    const profile = profiles.get(provider);
    const operation =
      profile?.suspend.mode === 'NATIVE' ? { operation: prepareOperation('RESUME', profile, clock.now()) } : {};
    const lifted = await transitions.take(
      tx,
      locked,
      { type: 'LiftHold', actor, owner: hold.owner, reason: hold.reason, ...operation },
      { channel, reason: hold.reason },
    );
    if (!lifted.ok) return mayBeHeldByHolder(state.phase) ? 'UNABLE' : 'NOT_HELD';
    const isLeft = lifted.value.binding.state.holds.some((one) => isSameHold(one, hold));
    return isLeft ? 'WAITS_FOR_PROVIDER' : 'LIFTED';
  };
}
