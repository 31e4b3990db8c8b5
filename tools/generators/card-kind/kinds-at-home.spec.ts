import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../start/start-options';

const home = 'apps/binding/src/providers/kinds';

const kinds = readdirSync(join(root, home), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/**
 * A kind however it is written: `BANK_CARD`, `bank-card`, `bankCard`, “bank card”. One that is called by a single word
 * is looked for as its quoted code only: the word says something else too.
 */
const namesOf = (kind: string): RegExp =>
  kind.includes('-')
    ? new RegExp(kind.replaceAll('-', '[-_ ]?'), 'i')
    : new RegExp(`['"\`]${kind.toUpperCase()}['"\`]`);

/** Tests are about particular cards; how the simulated world plays a kind stands in a folder of its own too, and the interface of one company is made for the cards it gives out. */
const homes = [
  home,
  'apps/binding/src/providers/styles',
  'apps/provider-simulator/src/providers/kinds',
  'apps/provider-simulator/src/styles',
];
const isProduct = (file: string) =>
  !/\.spec\.ts$|\/testing\/|^apps\/e2e\//.test(file) && !homes.some((each) => file.startsWith(`${each}/`));

const sources = execFileSync(
  'git',
  ['ls-files', '-co', '--exclude-standard', '--', 'apps/*/src/*.ts', 'libs/*/src/*.ts'],
  {
    cwd: root,
  },
)
  .toString()
  .trim()
  .split('\n')
  .filter(isProduct);

const linesWith = (names: RegExp): string[] =>
  sources.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .filter((line) => names.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );

describe('the kinds of card', () => {
  it('are found, and where they could be named', () => {
    expect(kinds).toContain('bank-card');
    expect(sources.length).toBeGreaterThan(500);
    for (const written of ["'BANK_CARD'", './bank-card', 'readBankCard(', 'The bank card'])
      expect(written).toMatch(namesOf('bank-card'));
    expect("kind: 'WALLET'").toMatch(namesOf('wallet'));
  });

  it.each(kinds)(`are named in ${home} and nowhere else: %s`, (kind) => expect(linesWith(namesOf(kind))).toEqual([]));
});
