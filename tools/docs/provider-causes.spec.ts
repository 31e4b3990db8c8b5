import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isLapse, locales, sayProviderCause } from '@bindery/localisation';
import { root } from '../start/start-options';

/** Where our connectors and the simulated world say why something was not done. */
const places = ['apps/binding/src/providers', 'apps/binding/src/operations', 'apps/provider-simulator/src'];

/** Each way in which a cause is written there. */
const written = [
  /\bcause: '([A-Z][A-Z0-9_]+)'/g,
  /\b(?:refused|impossible)\('([A-Z][A-Z0-9_]+)'/g,
  /\brefused: '([A-Z][A-Z0-9_]+)'/g,
  /\bgiveUp\([^)]*'([A-Z][A-Z0-9_]+)'\)/g,
  /^ {2}\| '([A-Z][A-Z0-9_]+)'/gm,
  /\brefusal\(403, '([A-Z][A-Z0-9_]+)'/g,
];

/** Which of those are none. */
const others: Readonly<Record<string, string>> = {
  USER_AGREEMENT_NOT_EXIST: 'Alipay says so of what is gone already, which is what was asked for',
  ADDRESS_CANNOT_SIGN: 'of what was typed, for which its kind has words',
  ADDRESS_INVALID: 'the same',
  CHAIN_UNKNOWN: 'the same',
  OTHER_SITE: 'of a page of another site, which asked the simulator',
};

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', ...places], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file.endsWith('.ts') && !/\.spec\.ts$|\/testing\//.test(file));
const causesIn = (text: string): string[] =>
  written.flatMap((pattern) => [...text.matchAll(pattern)].map(([, cause = '']) => cause));
const refusalCauses = /type RefusalCause =[^;]*;/;

const causes = new Set(
  files
    .map((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      // Unions are read where they are of causes; elsewhere they name anything.
      const union = refusalCauses.exec(text)?.[0] ?? '';
      return causesIn(text.replaceAll(/^ {2}\| '.*$/gm, '')).concat(causesIn(union));
    })
    .flat()
    .concat('BIND_NOT_OFFERED', 'SUSPEND_NOT_OFFERED', 'RESUME_NOT_OFFERED', 'RESTORE_NOT_OFFERED')
    .filter((cause) => !(cause in others)),
);

describe('why a provider says no', () => {
  it('is found in the sources', () => expect(causes.size).toBeGreaterThan(25));

  it.each(locales)('has words of its own in %s, whatever connectors and the simulated world send', (locale) => {
    const neutral = sayProviderCause('NOBODY_KNOWS_THIS', locale);
    expect([...causes].filter((cause) => sayProviderCause(cause, locale) === neutral)).toEqual([]);
  });

  it.each(locales)('never shows its code to people in %s, of a provider that we do not know neither', (locale) => {
    for (const cause of [...causes, 'ACQ.SOME_THING', 'NOBODY_KNOWS_THIS'])
      expect(sayProviderCause(cause, locale)).not.toMatch(/[A-Z]{2,}|[_{}]/);
  });

  it('tells what its holder did not do in time from what was refused', () => {
    expect([...causes].filter((cause) => /LAPSED|NOT_(SIGNED|ADDED)/.test(cause) && !isLapse(cause))).toEqual([]);
  });
});
