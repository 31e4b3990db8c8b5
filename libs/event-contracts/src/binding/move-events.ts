import { z } from 'zod';
import { defineEvent } from '../define-event';
import { accountId, at, id, localised, moment, slug } from '../fields';

const topic = 'bindery.binding';
const key = 'moveId';

/** What every event of a card that is entered for a move tells. */
const moveFields = {
  moveId: id('move', 'the move of this card'),
  bindingId: id('binding', 'the binding on the old device'),
  cardId: id('card', 'its card'),
  accountId,
  deviceId: id('device', 'the device that it moves to'),
  provider: slug('code of the provider'),
  providerName: localised('name of the provider, to be shown').optional(),
  kindName: localised('name of the kind, to be shown within a sentence: the …').optional(),
  at,
};

export const moveCardWanted = defineEvent({
  type: 'bindery.move.card-wanted.v1',
  topic,
  key,
  description: 'A card is to move to another device, and its holder has to enter it there; until then it stays.',
  data: z.object({ ...moveFields, deadline: moment('until when it can be entered') }),
});

export const moveCardSettled = defineEvent({
  type: 'bindery.move.card-settled.v1',
  topic,
  key,
  description: 'A card that was to be entered for a move has been entered, or is off its old device.',
  data: z.object({
    ...moveFields,
    successorBindingId: id('binding', 'what was begun with it; absent if it was not entered').optional(),
  }),
});

export const moveCardLapsed = defineEvent({
  type: 'bindery.move.card-lapsed.v1',
  topic,
  key,
  description: 'A card that was to be entered for a move was not in time: it stays on its old device.',
  data: z.object(moveFields),
});
