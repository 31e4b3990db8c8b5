import { forgottenByReset, guessesPerDayMax, guessRules, lanesOf, lockClaim } from './account-lock.rules';

const day = 24 * 60 * 60_000;
const stranger = { lookup: 'phone', address: '192.0.2.1', isAddressKnown: false };
const acts = (guesser: Parameters<typeof lanesOf>[0]) =>
  lanesOf(guesser).map(({ claims }) => claims.map(({ act }) => act));

describe('guessRules', () => {
  it('allow fifty guesses at one account in a day, all lanes together', () => {
    const perDay = (['logIn.device', 'logIn.installation', 'logIn.address', 'logIn.stranger'] as const).map((act) =>
      guessRules[act].find(({ dimension, windowMs }) => dimension === 'TARGET' && windowMs === day),
    );
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

describe('lanesOf', () => {
  it('opens what is known of a guesser, the narrowest first, and that of strangers to all', () => {
    expect(acts(stranger)).toEqual([['logIn.stranger', 'logIn.lock']]);
    expect(acts({ ...stranger, isAddressKnown: true, installation: 'i' })).toEqual([
      ['logIn.installation'],
      ['logIn.address'],
      ['logIn.stranger', 'logIn.lock'],
    ]);
    expect(acts({ ...stranger, device: 'd', installation: 'i' })[0]).toEqual(['logIn.device']);
  });

  it('counts one device and one address for one account only', () => {
    const [device, address] = lanesOf({ ...stranger, device: 'd', isAddressKnown: true });
    expect(device?.own.key).toBe('phone d');
    expect(address?.own.key).toBe('phone 192.0.2.1');
  });
});

describe('forgottenByReset', () => {
  it('gives back every lane of those who are known, and the lock; not what strangers may try today', () => {
    const forgotten = forgottenByReset('phone', '192.0.2.1', 'd');
    const ofKnown = lanesOf({ ...stranger, device: 'd', isAddressKnown: true }).concat(
      lanesOf({ ...stranger, installation: 'd' }),
    );
    for (const { isStrangers, claims, own } of ofKnown)
      if (!isStrangers) {
        expect(forgotten).toContainEqual(own);
        for (const { act } of claims) expect(forgotten).toContainEqual({ act, dimension: 'TARGET', key: 'phone' });
      }
    expect(forgotten).toContainEqual({ act: lockClaim('phone').act, dimension: 'TARGET', key: 'phone' });
    expect(forgotten.map(({ act }) => act as string)).not.toContain('logIn.stranger');
  });
});
