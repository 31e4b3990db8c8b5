import type { RunningBinding } from '../start-binding-service';
import { judgeOutcomes } from './judge-outcomes';
import type { Outcome, Race } from './race';

const race: Pick<Race, 'oneWinnerOf' | 'atMostOneOf'> = {
  oneWinnerOf: ['requestRestore', 'startBinding'],
  atMostOneOf: ['requestUnbind'],
};
const won = (by: string, effect: string): Outcome => ({ by, kind: 'won', effect });
const late = (by: string, kind: string): Outcome => ({ by, kind, effect: null });

/** Each answer under a key of its own, unless `keys` says otherwise; `kept`: the keys that the database remembers. */
const judged = (
  outcomes: readonly Outcome[],
  kept: readonly string[],
  keys = outcomes.map((_, index) => `k${index}`),
) =>
  judgeOutcomes(
    { sql: async () => kept.map((key) => ({ key })) } as unknown as RunningBinding,
    race as Race,
    outcomes.map(({ by }, index) => ({
      by,
      idempotencyKey: keys[index] ?? null,
      run: () => Promise.reject(new Error()),
    })),
    outcomes,
  );

describe('the answers of a race', () => {
  const restored = won('requestRestore', 'operation_1');

  it('are good with one winner, and those who are late told so', async () =>
    expect(await judged([restored, late('startBinding', 'AlreadyBoundError')], ['k0'])).toEqual([]));

  it('are good when the winner asked twice with one key', async () =>
    expect(await judged([restored, restored], ['k0'], ['k0', 'k0'])).toEqual([]));

  it.each([
    ['two winners', [restored, won('startBinding', 'binding_1')], ['k0', 'k1'], /^2 winners of requestRestore and/],
    ['no winner', [late('startBinding', 'AlreadyBoundError')], [], /^0 winners/],
    [
      'two of what may come about once',
      [restored, won('requestUnbind', 'a'), won('requestUnbind', 'b')],
      ['k0', 'k1', 'k2'],
      /^2 winners of requestUnbind/,
    ],
    [
      'an answer that does not say what is so',
      [restored, late('startBinding', 'InvalidInputError')],
      ['k0'],
      /answered InvalidInputError/,
    ],
    ['a key that is kept without an effect', [restored], ['k0', 'k1'], /^1 keys had an effect, 2 are kept/],
  ])('are wrong with %s', async (_, outcomes, kept, words) => {
    const wrong = await judged(outcomes, kept);
    expect(wrong).toHaveLength(1);
    expect(wrong[0]).toMatch(words);
  });

  it('are wrong when one key has two effects', async () =>
    expect(await judged([restored, won('requestRestore', 'operation_2')], ['k0'], ['k0', 'k0'])).toEqual([
      '2 winners of requestRestore and startBinding',
      'key k0 has 2 effects',
    ]));
});
