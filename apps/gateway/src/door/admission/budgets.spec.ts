import { newId } from '@bindery/kernel';
import { createBudgets } from './budgets';

describe('a budget', () => {
  const who = { address: '203.0.113.7', accountId: newId('account'), lane: 'ordinary', fields: 1 } as const;

  it('of an account ends, says when it is there again, and leaves others theirs', async () => {
    const budgets = createBudgets({ perAddress: 100, perAccount: 0.2, signInsPerAddress: 1 });
    expect([await budgets.spend(who), await budgets.spend(who)]).toEqual([undefined, undefined]);
    const until = await budgets.spend(who);
    expect(until?.getTime()).toBeGreaterThan(Date.now());
    expect(until?.getTime()).toBeLessThanOrEqual(Date.now() + 10_000);
    expect(await budgets.spend({ ...who, accountId: newId('account') })).toBeUndefined();
  });

  it('for what is reserved is another one', async () => {
    const budgets = createBudgets({ perAddress: 100, perAccount: 0.2, signInsPerAddress: 1 });
    for (let count = 0; count < 5; count++) await budgets.spend(who);
    expect(await budgets.spend({ ...who, lane: 'reserved' })).toBeUndefined();
    expect(await budgets.spend({ ...who, lane: 'reserved' })).toBeInstanceOf(Date);
  });

  it('of an address is for those who are not signed in: many share one', async () => {
    const budgets = createBudgets({ perAddress: 0.1, perAccount: 100, signInsPerAddress: 1 });
    const stranger = { ...who, accountId: undefined };
    expect(await budgets.spend(stranger)).toBeUndefined();
    expect(await budgets.spend(stranger)).toBeInstanceOf(Date);
    expect(await budgets.spend(who)).toBeUndefined();
    expect(await budgets.spend({ ...stranger, address: '203.0.113.8' })).toBeUndefined();
  });

  it('of logins and one of codes are others, and spent by how many there are in a request', async () => {
    const budgets = createBudgets({ perAddress: 0.1, perAccount: 0.1, signInsPerAddress: 0.4 });
    for (const accountId of [undefined, who.accountId])
      for (const lane of ['passwords', 'codes'] as const) {
        const spend = async (fields: number) =>
          (await budgets.spend({ ...who, accountId, lane, fields })) instanceof Date;
        expect([await spend(1), await spend(3), await spend(1)]).toEqual([false, false, true]);
      }
    const neighbour = { ...who, address: '203.0.113.8', accountId: undefined, lane: 'passwords', fields: 5 } as const;
    expect(await budgets.spend(neighbour)).toBeInstanceOf(Date);
    expect(await budgets.spend(who)).toBeUndefined();
  });

  it('of arrivals is four times as large and counts everybody', async () => {
    const budgets = createBudgets({ perAddress: 0.1, perAccount: 100, signInsPerAddress: 1 });
    const arrivals = [1, 2, 3, 4, 5].map(() => budgets.arrive('2001:db8::1'));
    expect((await Promise.all(arrivals)).map((until) => until instanceof Date)).toEqual([
      false,
      false,
      false,
      false,
      true,
    ]);
    expect(await budgets.arrive('2001:db8::ffff')).toBeInstanceOf(Date);
  });
});
