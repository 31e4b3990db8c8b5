import type { EffectPart } from '../../lifecycle';
import { confirmedStatus } from './compare-with-provider.rules';
import { deleteWatched, saveObserved, saveWatched } from './provider-view.repository';

/** A change is settled, then looked at once more soon: whoever confirmed it may have been mistaken. */
const soonMs = 5 * 60_000;

/**
 * From the first confirmed bind on, a credential is compared; when its binding is over for good and purged, no more. What a provider confirms is how
 * it stands there: nobody has to look to know, unless our people have heard it of the provider.
 */
export const watchEffects = {
  async after(tx, { before, binding, trigger, channel, at }) {
    const { credentialReference, state } = binding;
    const isMoved = before?.phase !== state.phase;
    if (credentialReference === null) {
      if (isMoved && state.phase === 'RETIRED') await deleteWatched(tx, binding.id);
      return;
    }
    if (isMoved || channel === 'STAFF')
      await saveWatched(tx, binding, credentialReference, new Date(at.getTime() + soonMs));
    const observed = confirmedStatus(trigger);
    if (observed) await saveObserved(tx, [binding.id], observed, at, null);
  },
} satisfies EffectPart;
