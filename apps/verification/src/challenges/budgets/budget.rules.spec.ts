import { newId } from '@bindery/kernel';
import { accountBudgets, budgetsOf, budgetWindowMs, codesLeft, nextCodeAt } from './budget.rules';
import { codeLifetimeMs, triesMax } from '../challenge.rules';

const accountId = newId('account');
const keys = { contactDigest: 'number', clientDigest: 'address', codesPerAddress: 100 };
const startedAt = (minutesAgo: number) => new Date(Date.UTC(2026, 0, 2) - minutesAgo * 60_000);

describe('budgets', () => {
  it('allow an account, and a number whoever asks, ten codes a day', () => {
    expect(budgetsOf({ kind: 'ACCOUNT', action: 'BIND', accountId, bindingId: newId('binding') }, keys)).toEqual([
      { scope: 'ACCOUNT', key: accountId, limit: 10 },
      { scope: 'CONTACT', key: 'number', limit: 10 },
    ]);
  });

  it('leave the owner of a number five codes that strangers cannot use up', () => {
    expect(budgetsOf({ kind: 'ANONYMOUS', action: 'RESET_PASSWORD', phone: '+8613800000001' }, keys)).toEqual([
      { scope: 'CLIENT', key: 'address', limit: 100 },
      { scope: 'CONTACT', key: 'number', limit: 10 },
      { scope: 'CONTACT_ANONYMOUS', key: 'number', limit: 5 },
    ]);
  });

  it('are counted over a day and the life of a code, so that any 24 hours see fifty guesses at most', () => {
    const [account] = accountBudgets('account', undefined);
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
