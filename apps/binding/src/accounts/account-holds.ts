import type { EntityManager } from 'typeorm';
import type { Clock, Id } from '@bindery/kernel';
import type { ProviderProfile } from '../catalogue';
import { lockBindingsOfAccount, prepareOperation, type Transitions } from '../lifecycle';

/** Freezes and thaws all cards of an account with its lock. */
export interface AccountHolds {
  /** `reason`: the lock's, in a word of upper case. */
  lay(tx: EntityManager, accountId: Id<'account'>, reason: string): Promise<void>;
  lift(tx: EntityManager, accountId: Id<'account'>): Promise<void>;
}

interface AccountHoldsDeps {
  readonly transitions: Transitions;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly clock: Clock;
}

export function createAccountHolds({ transitions, profiles, clock }: AccountHoldsDeps): AccountHolds {
  const context = { channel: 'ACCOUNT_EVENT' } as const;
  const nativeProfile = (provider: string) => {
    const profile = profiles.get(provider);
    return profile?.suspend.mode === 'NATIVE' ? profile : undefined;
  };

  return {
    async lay(tx, accountId, reason) {
      const now = clock.now();
      for (const locked of await lockBindingsOfAccount(tx, accountId)) {
        const profile = nativeProfile(locked.binding.provider);
        const operation = profile && { operation: prepareOperation('SUSPEND', profile, now) };
        await transitions.take(
          tx,
          locked,
          {
            type: 'AddHold',
            actor: 'SYSTEM',
            hold: { owner: 'ACCOUNT', reason, since: now.toISOString() },
            ...operation,
          },
          { ...context, reason },
        );
      }
    },

    async lift(tx, accountId) {
      for (const locked of await lockBindingsOfAccount(tx, accountId)) {
        let current = locked;
        for (const { reason } of locked.binding.state.holds.filter(({ owner }) => owner === 'ACCOUNT')) {
          const profile = nativeProfile(locked.binding.provider);
          const operation = profile && { operation: prepareOperation('RESUME', profile, clock.now()) };
          const taken = await transitions.take(
            tx,
            current,
            { type: 'LiftHold', actor: 'SYSTEM', owner: 'ACCOUNT', reason, ...operation },
            { ...context, reason },
          );
          if (taken.ok) current = taken.value;
        }
      }
    },
  };
}
