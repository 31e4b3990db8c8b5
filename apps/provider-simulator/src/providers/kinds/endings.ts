import { z } from 'zod';

/** By their last digits, so that a tester can choose what happens to a card. Spread into what `simulated` may say of a kind. */
export const endings = {
  /** Numbers that are not taken. */
  refusedEndings: z.array(z.string()).default(['0002']),
  /** Numbers of cards that must be activated at the provider before they work. */
  activationEndings: z.array(z.string()).default(['0003']),
};

export const endsWithOneOf = (number: string, known: readonly string[]): boolean =>
  known.some((ending) => number.endsWith(ending));
