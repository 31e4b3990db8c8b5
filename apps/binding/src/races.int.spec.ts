import { playRace } from './testing/races/play-races';
import { raceNames } from './testing/races/races';
import { seed } from './testing/walker/chance';

/** Rounds of each race and requests of each round: `npm run races` plays many more. */
const rounds = 4;
const parallel = 40;

describe(`what people race for (BINDERY_SEED=${seed})`, () => {
  it.each(raceNames)(
    '%s: has one winner, typed answers for all others, and one effect everywhere',
    async (name) => {
      const played = await playRace(name, { rounds, parallel, seed });
      expect(played).toMatchObject({ rounds, wrong: [], deadlocks: 0 });
      expect(Object.values(played.tally).reduce((sum, count) => sum + count, 0)).toBe(rounds * parallel);
    },
    120_000,
  );
});
