import type { EntityManager } from 'typeorm';
import type { Clock } from '@bindery/kernel';
import { defaultTimeZone } from '@bindery/localisation';
import { dayOf } from '@bindery/values';
import type { ProviderProfile } from '../catalogue';
import { prepareOperation, type LockedBinding, type Transitions } from '../lifecycle';
import { cardExpired, dueHold } from './validity.rules';

/** Holds a card whose days are over, and lets it go when it was renewed. Does nothing where it is as it should be. */
export type KeepValidity = (tx: EntityManager, locked: LockedBinding) => Promise<LockedBinding>;

interface KeepValidityDeps {
  readonly transitions: Transitions;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly clock: Clock;
}

export function createKeepValidity({ transitions, profiles, clock }: KeepValidityDeps): KeepValidity {
  const context = { channel: 'TIMER', reason: cardExpired } as const;
  return async (tx, locked) => {
    const { binding, card } = locked;
    const profile = profiles.get(binding.provider);
    const now = clock.now();
    const due = profile && dueHold(binding, card, profile.validity.graceDays, dayOf(now, defaultTimeZone));
    if (!due) return locked;
    const isNative = profile.suspend.mode === 'NATIVE';
    const key = { owner: 'VALIDITY', reason: cardExpired } as const;
    const taken =
      due === 'ADD'
        ? await transitions.take(
            tx,
            locked,
            {
              type: 'AddHold',
              actor: 'SYSTEM',
              hold: { ...key, since: now.toISOString() },
              ...(isNative && { operation: prepareOperation('SUSPEND', profile, now) }),
            },
            context,
          )
        : await transitions.take(
            tx,
            locked,
            {
              type: 'LiftHold',
              actor: 'SYSTEM',
              ...key,
              ...(isNative && { operation: prepareOperation('RESUME', profile, now) }),
            },
            context,
          );
    // What the provider cannot be told of now, the next scan tries again.
    return taken.ok ? taken.value : locked;
  };
}
