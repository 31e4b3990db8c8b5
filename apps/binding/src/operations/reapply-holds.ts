import type { Clock } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { ProviderProfile } from '../catalogue/provider-profile.rules';
import { lockBinding } from '../lifecycle/binding.repository';
import { prepareOperation } from '../lifecycle/operation.rules';
import type { Steps } from '../lifecycle/transitions';

/** Tells a provider that suspends natively of holds it does not know of. It only tightens; refused when there is nothing to tell. */
export type ReapplyHolds = (bindingId: string) => Promise<void>;

interface ReapplyHoldsDeps {
  readonly unitOfWork: UnitOfWork;
  readonly steps: Steps;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly clock: Clock;
}

export function createReapplyHolds({ unitOfWork, steps, profiles, clock }: ReapplyHoldsDeps): ReapplyHolds {
  return (bindingId) =>
    unitOfWork.run(async (tx) => {
      const held = await lockBinding(tx, bindingId);
      const profile = held && profiles.get(held.binding.provider);
      if (!held || profile?.suspend.mode !== 'NATIVE') return;
      const operation = prepareOperation('SUSPEND', profile, clock.now());
      await steps.take(
        tx,
        held,
        { type: 'SyncChanged', actor: 'SYSTEM', sync: { state: 'PENDING', operation }, queried: false, overdue: false },
        { channel: 'RECONCILIATION' },
      );
    });
}
