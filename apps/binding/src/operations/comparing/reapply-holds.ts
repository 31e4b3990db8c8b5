import type { Clock, Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { ProviderProfile } from '../../catalogue';
import { lockBinding, prepareOperation, type Transitions } from '../../lifecycle';

/** Tells a provider that suspends natively of holds it does not know of. It only tightens; refused when there is nothing to tell. */
export type ReapplyHolds = (bindingId: Id<'binding'>) => Promise<void>;

interface ReapplyHoldsDeps {
  readonly unitOfWork: UnitOfWork;
  readonly transitions: Transitions;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly clock: Clock;
}

export function createReapplyHolds({ unitOfWork, transitions, profiles, clock }: ReapplyHoldsDeps): ReapplyHolds {
  return (bindingId) =>
    unitOfWork.run(async (tx) => {
      const locked = await lockBinding(tx, bindingId);
      const profile = locked && profiles.get(locked.binding.provider);
      if (!locked || profile?.suspend.mode !== 'NATIVE') return;
      const operation = prepareOperation('SUSPEND', profile, clock.now());
      await transitions.take(
        tx,
        locked,
        { type: 'SyncChanged', actor: 'SYSTEM', sync: { state: 'PENDING', operation }, queried: false, overdue: false },
        { channel: 'RECONCILIATION' },
      );
    });
}
