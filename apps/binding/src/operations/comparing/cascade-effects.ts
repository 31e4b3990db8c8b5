import type { Phase } from '@bindery/card-lifecycle';
import type { Catalogue } from '../../catalogue';
import { listBindingsOfCards, type EffectPart } from '../../lifecycle';
import { compareNow } from '../ask-now';
import { asksAboutOthers } from './compare-with-provider.rules';

/** Phases in which the card is at its provider, or may be. */
const atProvider: readonly Phase[] = ['BOUND', 'AWAITING_ACTIVATION', 'UNBINDING'];

/**
 * What a provider does to a card by itself it does on every device, where its profile says so: of the other bindings it is asked at once, and what it
 * says of each is taken over. Nothing is believed of one because of another.
 */
export const createCascadeEffects = ({ profiles }: Pick<Catalogue, 'profiles'>) =>
  ({
    async after(tx, { binding, trigger }) {
      if (!asksAboutOthers(trigger, profiles.get(binding.provider))) return;
      for (const { id, state } of await listBindingsOfCards(tx, [binding.cardId]))
        if (id !== binding.id && atProvider.includes(state.phase)) await compareNow(tx, id);
    },
  }) satisfies EffectPart;
