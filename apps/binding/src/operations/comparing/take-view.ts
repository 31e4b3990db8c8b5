import type { Clock } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import type { ProviderProfile } from '../../catalogue';
import { hasLiveTwin, type Channel, type LockedBinding, type Transitions } from '../../lifecycle';
import type { CredentialStatus } from '../../providers';
import { lookAtRemoval } from '../ask-now';
import { decideTrigger, hasComeBack } from './compare-with-provider.rules';
import { saveObserved } from './provider-view.repository';

interface TakeViewDeps {
  readonly transitions: Transitions;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly clock: Clock;
}

/** How a credential stands at its provider, and by which way that is known. */
interface SeenView {
  /** Its name at the provider, which a retired binding has no more itself. */
  readonly reference: string | null;
  readonly observed: CredentialStatus;
  readonly channel: Channel;
  /** When it is looked at again; null: as was meant before. */
  readonly nextCompareAt: Date | null;
}

/**
 * Takes over of how a credential stands what is terminal or agrees; a difference is named, and then healed or made a case. What was taken off and is
 * there again is taken off once more. Answers the binding as it is then.
 */
export type TakeView = (tx: EntityManager, locked: LockedBinding, seen: SeenView) => Promise<LockedBinding>;

export function createTakeView({ transitions, profiles, clock }: TakeViewDeps): TakeView {
  return async (tx, locked, { reference, observed, channel, nextCompareAt }) => {
    const { binding } = locked;
    const { id: bindingId, provider } = binding;
    await saveObserved(tx, [bindingId], observed, clock.now(), nextCompareAt);
    if (
      hasComeBack(binding.state, observed) &&
      !(await hasLiveTwin(tx, { ...binding, credentialReference: reference }))
    )
      await lookAtRemoval(tx, bindingId);
    const trigger = decideTrigger(binding, observed, profiles.get(provider)?.suspend.mode === 'NATIVE');
    const taken = trigger && (await transitions.take(tx, locked, trigger, { channel }));
    return taken?.ok ? taken.value : locked;
  };
}
