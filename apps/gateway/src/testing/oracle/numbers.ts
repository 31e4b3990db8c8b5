import type { Pick } from '../random-query';

/** The same numbers for the same seed (mulberry32). */
export function numbersOf(seed: number): Pick {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    const number = (mixed ^ (mixed >>> 14)) >>> 0;
    return limit === 0 ? 0 : number % limit;
  };
}
