import type { EntityManager } from 'typeorm';
import type { Clock } from '@bindery/kernel';
import type { ProviderProfile } from '../catalogue/provider-profile.rules';
import { lockBindingsOfAccount } from '../lifecycle/binding.repository';
import { prepareOperation } from '../lifecycle/operation.rules';
import type { Steps } from '../lifecycle/transitions';

/** Freezes and thaws all cards of an account with its lock. */
export interface AccountHolds {
  /** `reason`: the lock's, in a word of upper case. */
  lay(tx: EntityManager, accountId: string, reason: string): Promise<void>;
  lift(tx: EntityManager, accountId: string): Promise<void>;
}

interface AccountHoldsDeps {
  readonly steps: Steps;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly clock: Clock;
}

export function createAccountHolds({ steps, profiles, clock }: AccountHoldsDeps): AccountHolds {
  const context = { channel: 'ACCOUNT_EVENT' } as const;
  const nativeProfile = (provider: string) => {
    const profile = profiles.get(provider);
    return profile?.suspend.mode === 'NATIVE' ? profile : undefined;
  };

  return {
    async lay(tx, accountId, reason) {
      const now = clock.now();
      for (const held of await lockBindingsOfAccount(tx, accountId)) {
        const profile = nativeProfile(held.binding.provider);
        const operation = profile && { operation: prepareOperation('SUSPEND', profile, now) };
        await steps.take(
          tx,
          held,
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
      for (const held of await lockBindingsOfAccount(tx, accountId)) {
        let current = held;
        for (const { reason } of held.binding.state.holds.filter(({ owner }) => owner === 'ACCOUNT')) {
          const profile = nativeProfile(held.binding.provider);
          const operation = profile && { operation: prepareOperation('RESUME', profile, clock.now()) };
          const taken = await steps.take(
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
