import { GeneratorError } from './generator-error';
import { pluralOf, toWords } from './words';

describe('a name', () => {
  it('comes in the forms that files, types and tables want', () => {
    expect(toWords('savings-goal')).toEqual({
      kebab: 'savings-goal',
      type: 'SavingsGoal',
      camel: 'savingsGoal',
      snake: 'savings_goal',
      words: 'savings goal',
    });
  });

  it.each([
    'Goal',
    'savings_goal',
    'savings--goal',
    '-goal',
    'goal-',
    '2nd-goal',
    'goal-2',
    '',
    'a'.repeat(41),
    '../x',
  ])('is not “%s”', (name) => expect(() => toWords(name)).toThrow(GeneratorError));

  it.each([
    ['goal', 'goals'],
    ['savings-category', 'savings-categories'],
    ['key', 'keys'],
    ['address', 'addresses'],
    ['box', 'boxes'],
    ['branch', 'branches'],
  ])('of one %s is %s for many', (one, many) => expect(pluralOf(one)).toBe(many));
});
