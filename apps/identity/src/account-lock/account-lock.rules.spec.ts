import { forgottenByReset, guessesPerDayMax, guessRules, lanesOf, lockClaim } from './account-lock.rules';

const day = 24 * 60 * 60_000;
const stranger = { lookup: 'phone', address: '192.0.2.1', isAddressKnown: false };
const strangers = ['logIn.stranger', 'logIn.stranger.at', 'logIn.spray', 'logIn.lock'];
const acts = (guesser: Parameters<typeof lanesOf>[0]) =>
  lanesOf(guesser).map(({ claims }) => claims.map(({ act }) => act));

describe('guessRules', () => {
  it('allow fifty guesses at one account in a day, all lanes together', () => {
    const perDay = (
      ['logIn.proved', 'logIn.device', 'logIn.installation', 'logIn.address', 'logIn.stranger'] as const
    ).map((act) => guessRules[act].find(({ dimension, windowMs }) => dimension === 'TARGET' && windowMs === day));
    expect(perDay.reduce((sum, budget) => sum + (budget?.limit ?? Infinity), 0)).toBe(guessesPerDayMax);
  });

  it.each(Object.entries(guessRules))('make longer waits of more tries: %s', (_act, budgets) => {
    for (const dimension of ['DEVICE', 'ADDRESS', 'TARGET']) {
      const own = budgets.filter((budget) => budget.dimension === dimension);
      expect(own.map(({ limit }) => limit)).toEqual(own.map(({ limit }) => limit).sort((a, b) => a - b));
      expect(own.map(({ windowMs }) => windowMs)).toEqual(own.map(({ windowMs }) => windowMs).sort((a, b) => a - b));
    }
  });
});

describe('strangers at one phone', () => {
  it('have more than one address can take of it', () => {
    const ofPhone = Math.max(...guessRules['logIn.stranger'].map(({ limit }) => limit));
    const ofAddress = Math.max(...guessRules['logIn.stranger.at'].map(({ limit }) => limit));
    expect(2 * ofAddress).toBeLessThan(ofPhone);
  });
});

describe('lanesOf', () => {
  it('opens what is known of a guesser, the narrowest first, and that of strangers to all', () => {
    expect(acts(stranger)).toEqual([strangers]);
    expect(acts({ ...stranger, isAddressKnown: true, installation: 'i' })).toEqual([
      ['logIn.installation'],
      ['logIn.address'],
      strangers,
    ]);
    expect(acts({ ...stranger, device: 'd' })[0]).toEqual(['logIn.device']);
    expect(acts({ ...stranger, proved: 'i', installation: 'i' })).toEqual([
      ['logIn.proved'],
      ['logIn.installation'],
      strangers,
    ]);
  });

  it('counts one device and one address for one account only', () => {
    const keys = lanesOf({ ...stranger, device: 'd', isAddressKnown: true }).flatMap(({ forgotten }) =>
      forgotten.map(({ key }) => key),
    );
    expect(keys).toEqual(['phone d', 'phone 192.0.2.1', 'phone', 'phone 192.0.2.1']);
  });
});

describe('what is forgotten', () => {
  const all = [
    ...lanesOf({ ...stranger, device: 'd', isAddressKnown: true }).flatMap(({ forgotten }) => forgotten),
    ...lanesOf({ ...stranger, proved: 'd', installation: 'd' }).flatMap(({ forgotten }) => forgotten),
  ];

  it('is by a reset what is by the right password where it is done', () => {
    const byReset = forgottenByReset('phone', '192.0.2.1', 'd');
    for (const count of all) expect(byReset).toContainEqual(count);
  });

  it('is never what is counted by day and account, so that fifty stay fifty', () => {
    for (const { act, dimension } of [...all, ...forgottenByReset('phone', '192.0.2.1', 'd')])
      expect([act, dimension]).not.toEqual([expect.not.stringMatching('logIn.lock'), 'TARGET']);
    expect(lockClaim('phone')).toEqual({ act: 'logIn.lock', keys: { TARGET: 'phone' } });
  });
});
