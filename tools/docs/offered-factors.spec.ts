import { join } from 'node:path';
import { root } from '../start/start-options';
import { cataloguedProviders, providersFolder } from '../start/provider-catalogue';
import { firstEntry } from '../generators/provider/first-entry';

interface Entry {
  readonly requirements: Readonly<Record<string, { readonly factors: readonly string[] }>>;
}

const { offeredFactors } = jest.requireActual<{ offeredFactors: readonly string[] }>(
  join(root, 'apps/verification/src/factors'),
);
const providers = Object.fromEntries(
  cataloguedProviders().map(({ code }) => [code, jest.requireActual<Entry>(join(providersFolder, `${code}.json`))]),
);

const { factorsOffered } = jest.requireActual<{ factorsOffered: readonly string[] }>(
  join(root, 'apps/binding/src/catalogue/offered-factors.rules'),
);

it('binding lets a profile ask for the factors that verification offers, and for no others', () =>
  expect([...factorsOffered].sort()).toEqual([...offeredFactors].sort()));

describe('the factors by which providers have things proved', () => {
  const made = { made: firstEntry('BANK_CARD', { 'zh-CN': '新', en: 'New' }, true) };

  it.each(Object.entries({ ...providers, ...made }))('are offered by verification: those of %s', (_code, entry) => {
    const asked = Object.values(entry.requirements).flatMap(({ factors }) => factors);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((factor) => !offeredFactors.some((offered) => offered === factor))).toEqual([]);
  });
});
