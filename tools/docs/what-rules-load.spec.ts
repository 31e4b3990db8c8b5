import { execFileSync } from 'node:child_process';
import { root } from '../start/start-options';
import { loadedWith, packagesOf } from './what-rules-load';

/** What runs the sources, and what the transpiler puts in. */
const runner = [...packagesOf(loadedWith([])), '@swc/helpers'];
const packagesWith = (files: readonly string[]) =>
  packagesOf(loadedWith(files)).filter((name) => !runner.includes(name));

describe('what the rules of all services load', () => {
  const rules = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'apps/*.rules.ts'], { cwd: root })
    .toString()
    .trim()
    .split('\n');

  it('is no file of an app but rules, refusals and the kinds of notification', () => {
    const others = loadedWith(rules)
      .filter((file) => file.startsWith('apps/'))
      .filter((file) => !/\.(rules|errors)\.ts$|^apps\/notification\/src\/alerts\/kinds\//.test(file));
    expect(rules.length).toBeGreaterThan(40);
    expect(others).toEqual([]);
  });

  it('is of packages what knows numbers, addresses, passwords and languages: no graph, no table, no network', () =>
    expect(packagesWith(rules)).toEqual([
      '@formatjs/fast-memoize',
      '@formatjs/icu-messageformat-parser',
      '@formatjs/icu-skeleton-parser',
      '@zxcvbn-ts/core',
      '@zxcvbn-ts/dictionary-compression',
      '@zxcvbn-ts/language-common',
      'card-validator',
      'credit-card-type',
      'fastest-levenshtein',
      'intl-messageformat',
      'ipaddr.js',
      'libphonenumber-js',
      'tslib',
      'zod',
    ]));

  it('would be more by way of a kind’s input', () =>
    expect(packagesWith(['apps/binding/src/providers/kinds/card-inputs.input.ts'])).toContain('type-graphql'));
});
