import { err, ok } from '@bindery/kernel';
import { z } from 'zod';
import { uses, type Behaviour } from '../card-kind';
import { endings, endsWithOneOf } from '../endings';

/** What stands on a card, field by field, whatever the fields of its kind are called. */
const request = z
  .record(z.string().max(50), z.string().min(1).max(100))
  .refine((fields) => Object.keys(fields).length > 0, { message: 'says nothing of a card' });
const facts = z.strictObject({ ...endings, uses: z.array(z.enum(uses)).default([]) });

/** How a provider behaves whose kind of card has no folder here: it takes any number, and knows the card by all that stands on it. */
export const plainCard = facts.prefault({}).transform(toBehaviour);

function toBehaviour({ refusedEndings, activationEndings, uses: usedFor }: z.infer<typeof facts>): Behaviour {
  return {
    handIn(asked) {
      const fields = request.parse(asked);
      const entries = Object.entries(fields).sort();
      const number = fields.number ?? entries.at(-1)?.[1] ?? '';
      if (endsWithOneOf(number, refusedEndings)) return err({ kind: 'NUMBER_UNKNOWN' });
      const lastFour = number.slice(-4);
      return ok({
        identity: JSON.stringify(entries),
        card: { lastFour, needsActivation: endsWithOneOf(number, activationEndings) },
        told: { lastFour },
      });
    },
    uses: usedFor,
    sites: [],
  };
}
