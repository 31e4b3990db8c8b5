import { offeredFactors } from '../../apps/verification/src/factors';
import providers from '../../apps/binding/src/catalogue/providers.json';
import { firstEntry } from '../generators/provider/first-entry';

describe('the factors by which providers have things proved', () => {
  const made = { made: firstEntry('BANK_CARD', { 'zh-CN': '新', en: 'New' }, true) };

  it.each(Object.entries({ ...providers, ...made }))('are offered by verification: those of %s', (_code, entry) => {
    const asked = Object.values(entry.requirements).flatMap(({ factors }) => factors);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((factor) => !offeredFactors.some((offered) => offered === factor))).toEqual([]);
  });
});
