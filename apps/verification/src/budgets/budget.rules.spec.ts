import { newId } from '@bindery/kernel';
import { codeLifetimeMs, triesMax } from '../factors';
import { accountBudgets, budgetsOf, budgetWindowMs, codesLeft, nextCodeAt } from './budget.rules';

const accountId = newId('account');
const contactLimits = { codesPerDay: 9, anonymousCodesPerDay: 4 };
const contact = { contactDigest: 'number', contactLimits };
const keys = { contact, clientDigest: 'address', codesPerAddress: 100 };
const startedAt = (minutesAgo: number) => new Date(Date.UTC(2026, 0, 2) - minutesAgo * 60_000);

describe('budgets', () => {
  it('allow an account ten codes a day, and a contact, whoever asks, what its factor says', () => {
    expect(budgetsOf({ kind: 'ACCOUNT', accountId }, keys)).toEqual([
      { scope: 'ACCOUNT', key: accountId, limit: 10 },
      { scope: 'CONTACT', key: 'number', limit: 9 },
    ]);
  });

  it('are the account’s alone where nothing is sent', () =>
    expect(budgetsOf({ kind: 'ACCOUNT', accountId }, { ...keys, contact: null })).toEqual([
      { scope: 'ACCOUNT', key: accountId, limit: 10 },
    ]));

  it('leave the owner of a contact codes that strangers cannot use up', () => {
    expect(budgetsOf({ kind: 'ANONYMOUS' }, keys)).toEqual([
      { scope: 'CLIENT', key: 'address', limit: 100 },
      { scope: 'CONTACT', key: 'number', limit: 9 },
      { scope: 'CONTACT_ANONYMOUS', key: 'number', limit: 4 },
    ]);
  });

  it('are counted over a day and the life of a code, so that any 24 hours see fifty guesses at most', () => {
    const [account] = accountBudgets(accountId, null);
    expect(budgetWindowMs).toBe(24 * 60 * 60_000 + codeLifetimeMs);
    expect((account?.limit ?? 0) * triesMax).toBe(50);
  });

  it('say when the next code may be asked for: when the oldest that counts leaves the window', () => {
    const budget = { scope: 'CONTACT', key: 'number', limit: 3 } as const;
    const started = [startedAt(1), startedAt(30), startedAt(90)];
    expect([codesLeft(budget, started), nextCodeAt(budget, started)]).toEqual([
      0,
      new Date(startedAt(90).getTime() + budgetWindowMs),
    ]);
    expect([codesLeft(budget, started.slice(1)), nextCodeAt(budget, started.slice(1))]).toEqual([1, undefined]);
  });
});
