import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { TestClock, unwrap } from '@bindery/kernel';
import { createDataSource, createUnitOfWork, migrate } from '@bindery/persistence';
import { createTestDatabase, type TestDatabase } from '@bindery/testing';
import { abuseLedgerTableDown, abuseLedgerTableUp } from './abuse-ledger-table';
import { createAbuseLedger, type BudgetSpent } from './create-abuse-ledger';
import { spendRules } from './spend-rules';

class CreateLedger1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of abuseLedgerTableUp) await runner.query(sql);
  }
  async down(runner: QueryRunner): Promise<void> {
    for (const sql of abuseLedgerTableDown) await runner.query(sql);
  }
}

const minute = 60_000;
const rules = {
  guess: [
    { dimension: 'TARGET', limit: 3, windowMs: minute },
    { dimension: 'TARGET', limit: 5, windowMs: 60 * minute },
    { dimension: 'ADDRESS', limit: 8, windowMs: 60 * minute },
  ],
  'guess.known': [{ dimension: 'DEVICE', limit: 2, windowMs: minute }],
  ...spendRules({ perCountryPerHour: 4, perHour: 6 }),
} as const;

const key = new Uint8Array(32).fill(7);
let database: TestDatabase;
let dataSource: DataSource;
const clock = new TestClock();
const spentSeen: BudgetSpent[] = [];
const ledger = createAbuseLedger({ rules, key, clock, onSpent: (spent) => spentSeen.push(spent) });

beforeAll(async () => {
  database = await createTestDatabase('ledger', (url) => migrate('up', url, [CreateLedger1700000000001]));
  dataSource = await createDataSource({ url: database.appUrl, entities: [] }).initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

let names = 0;
const newName = () => `somebody ${++names}`;
const guess = (target: string, address = newName()) =>
  ledger.reserve(dataSource, [{ act: 'guess', keys: { TARGET: target, ADDRESS: address } }]);
const inMs = (spent: BudgetSpent | undefined) => spent && spent.retryAt.getTime() - clock.now().getTime();
const rows = async () => Number((await dataSource.query('SELECT count(*) FROM abuse_ledger'))[0].count);

describe('the ledger', () => {
  it('has room for so many in any window, and says until when it has not', async () => {
    const target = newName();
    for (const wait of [0, 10_000, 20_000]) {
      clock.advance(wait);
      expect((await guess(target)).ok).toBe(true);
    }
    const refused = await guess(target);
    expect(refused).toMatchObject({ error: { kind: 'BUDGET_SPENT', act: 'guess', dimension: 'TARGET' } });
    expect(!refused.ok && inMs(refused.error)).toBe(30_000);
    expect(spentSeen.at(-1)).toEqual(!refused.ok && refused.error);
    clock.advance(29_999);
    expect((await guess(target)).ok).toBe(false);
    clock.advance(1);
    expect((await guess(target)).ok).toBe(true);
    expect((await guess(target)).ok).toBe(false);
  });

  it('makes waits that grow out of several windows, and names the longest', async () => {
    const target = newName();
    for (let time = 0; time < 5; time++) {
      expect((await guess(target)).ok).toBe(true);
      clock.advance(minute);
    }
    const refused = await guess(target);
    expect(!refused.ok && inMs(refused.error)).toBe(55 * minute);
  });

  it('is exact when a hundred come at once, on any set of shared budgets', async () => {
    const [target, address] = [newName(), newName()];
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) => (n % 2 ? guess(target, address) : guess(newName(), address))),
    );
    expect(answers.filter(({ ok }) => ok).length).toBe(8);
  });

  it('is exact in transactions that come at once too, and forgets what is rolled back', async () => {
    const unitOfWork = createUnitOfWork(dataSource);
    const [target, before] = [newName(), await rows()];
    const claims = [{ act: 'guess', keys: { TARGET: target, ADDRESS: newName() } }] as const;
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) =>
        unitOfWork.run(async (tx) => {
          const reserved = await ledger.reserve(tx, claims);
          if (n % 2) throw new Error('not done');
          return reserved.ok;
        }),
      ),
    );
    expect(answers.filter((answer) => answer.status === 'fulfilled' && answer.value)).toHaveLength(3);
    expect(await rows()).toBe(before + 6);
  });

  it('takes room for all claims or for none', async () => {
    const [target, device] = [newName(), newName()];
    const both = () =>
      ledger.reserve(dataSource, [
        { act: 'guess', keys: { TARGET: target, ADDRESS: newName() } },
        { act: 'guess.known', keys: { DEVICE: device } },
      ]);
    const answers = [await both(), await both(), await both()];
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, false]);
    expect((await guess(target)).ok).toBe(true);
  });

  it('does not let one lane spend the share of another', async () => {
    const [target, device] = [newName(), newName()];
    for (let time = 0; time < 9; time++) await guess(target);
    expect((await ledger.reserve(dataSource, [{ act: 'guess.known', keys: { DEVICE: device } }])).ok).toBe(true);
  });

  it('gives back what is refunded, by name, and all that is forgiven', async () => {
    const [target, device] = [newName(), newName()];
    const claims = [
      { act: 'guess', keys: { TARGET: target, ADDRESS: newName() } },
      { act: 'guess.known', keys: { DEVICE: device } },
    ] as const;
    const id = newName();
    expect(unwrap(await ledger.reserve(dataSource, claims, { id }))).toEqual({ id, at: clock.now() });
    await ledger.reserve(dataSource, claims);
    expect(await ledger.countLeft(dataSource, claims)).toBe(0);
    await ledger.refund(dataSource, id, ['guess.known']);
    expect(await ledger.countLeft(dataSource, [claims[1]])).toBe(1);
    expect(await ledger.countLeft(dataSource, [claims[0]])).toBe(1);
    await ledger.refund(dataSource, id);
    expect(await ledger.countLeft(dataSource, [claims[0]])).toBe(2);
    await ledger.forgive(dataSource, { act: 'guess', dimension: 'TARGET', key: target });
    expect(await ledger.countLeft(dataSource, [claims[0]])).toBe(3);
  });

  it('counts what comes again under one name once, at once too, also when there is no room for more', async () => {
    const target = newName();
    const named = (id: string) =>
      ledger.reserve(dataSource, [{ act: 'guess', keys: { TARGET: target, ADDRESS: target } }], { id });
    const ids = [newName(), newName(), newName()];
    const answers = await Promise.all(Array.from({ length: 30 }, (_, n) => named(ids[n % 3] ?? '')));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect((await named(newName())).ok).toBe(false);
    expect((await named(ids[0] ?? '')).ok).toBe(true);
    clock.advance(60 * minute);
    for (let time = 0; time < 3; time++) await named(newName());
    expect((await named(ids[0] ?? '')).ok).toBe(false);
  });

  it('tells what would refuse without counting', async () => {
    const target = newName();
    const claims = [{ act: 'guess', keys: { TARGET: target, ADDRESS: newName() } }] as const;
    for (let time = 0; time < 5; time++) expect(await ledger.findSpent(dataSource, claims)).toBeUndefined();
    for (let time = 0; time < 3; time++) await guess(target);
    expect(await ledger.findSpent(dataSource, claims)).toMatchObject({ act: 'guess', dimension: 'TARGET' });
  });

  it('breaks the circuit of what is spent, by country and in all', async () => {
    const send = (country: string) =>
      ledger.reserve(dataSource, [{ act: 'message.spend', keys: { COUNTRY: country, PLATFORM: 'all' } }]);
    const answers = [];
    for (const country of ['GB', 'GB', 'GB', 'GB', 'GB', 'CN', 'CN', 'CN']) answers.push(await send(country));
    expect(answers.map((answer) => answer.ok || answer.error.dimension)).toEqual([
      ...[true, true, true, true, 'COUNTRY', true, true, 'PLATFORM'],
    ]);
  });

  it('keeps no key in clear', async () => {
    await guess('+8613800000001', '192.0.2.1');
    const stored = JSON.stringify(await dataSource.query('SELECT key FROM abuse_ledger'));
    expect(stored).not.toMatch(/8613800000001|192\.0\.2\.1|somebody/);
  });

  it('counts the same text as another thing in another dimension', async () => {
    const name = newName();
    for (let time = 0; time < 3; time++) await guess(name);
    expect((await guess(newName(), name)).ok).toBe(true);
  });

  it('deletes what counts no more, and not a moment earlier', async () => {
    clock.advance(60 * minute);
    await ledger.prune(dataSource);
    expect(await rows()).toBe(0);
    await guess(newName());
    clock.advance(60 * minute - 1);
    expect(await ledger.prune(dataSource)).toBe(0);
    clock.advance(1);
    expect(await ledger.prune(dataSource)).toBe(2);
  });

  it.each([
    ['no budget', []],
    ['a budget', [{ dimension: 'TARGET', limit: 0, windowMs: 1 }]],
    ['a budget', [{ dimension: 'TARGET', limit: 1.5, windowMs: 1 }]],
    ['a budget', [{ dimension: 'TARGET', limit: 1, windowMs: 31 * 24 * 60 * minute }]],
  ] as const)('is not made of rules that could not be kept: %s', (message, budgets) => {
    expect(() => createAbuseLedger({ rules: { act: budgets }, key, clock })).toThrow(message);
  });
});
