import type { Socket } from 'node:net';
import {
  Entity,
  PrimaryColumn,
  type DataSource,
  type EntityManager,
  type MigrationInterface,
  type QueryRunner,
} from 'typeorm';
import { createTestDatabase, itIsCheckedAgainst, type TestDatabase } from '@bindery/testing';
import { createDataSource } from './data-source';
import { migrate } from './migrate';
import { isDatabaseUnavailable, isUniqueViolation } from './pg-errors';
import { readPrepared, runPrepared, sendPrepared } from './prepared-statement';
import { startCuttingProxy } from './testing/cutting-proxy';
import { createUnitOfWork, type UnitOfWork } from './unit-of-work';

@Entity('book')
class Book {
  @PrimaryColumn('text')
  title!: string;
}

class CreateBooks1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE book (title text PRIMARY KEY)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE book');
  }
}

let database: TestDatabase;
let dataSource: DataSource;
let unitOfWork: UnitOfWork;
let commits = 0;

beforeAll(async () => {
  database = await createTestDatabase('library', (url) => migrate('up', url, [CreateBooks1700000000001]));
  dataSource = await createDataSource({ url: database.appUrl, entities: [Book] }).initialize();
  unitOfWork = createUnitOfWork(dataSource, { onCommit: () => commits++ });
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});
beforeEach(async () => {
  commits = 0;
  await dataSource.query('DELETE FROM book');
});

const add = { name: 'add a book', text: 'INSERT INTO book (title) VALUES ($1)' };
const send = (tx: EntityManager, title: string) => sendPrepared(tx, add, [title]);
const titles = async (): Promise<string[]> =>
  (await dataSource.query('SELECT title FROM book ORDER BY title')).map(({ title }: Book) => title);
const failureOf = (work: (tx: EntityManager) => Promise<unknown>) =>
  unitOfWork.run(work).then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a unit of work', () => {
  it('does what is not waited for in its place among the rest', async () => {
    const seen = await unitOfWork.run(async (tx) => {
      await send(tx, 'A');
      const before = await tx.countBy(Book, {});
      await tx.insert(Book, { title: 'B' });
      await send(tx, 'C');
      return before;
    });
    expect(seen).toBe(1);
    expect(await titles()).toEqual(['A', 'B', 'C']);
    expect(commits).toBe(1);
  });

  it('ends with the failure of what was not waited for, and keeps nothing', async () => {
    const error = await failureOf(async (tx) => {
      await send(tx, 'A');
      await send(tx, 'A');
      await send(tx, 'B');
    });
    expect(isUniqueViolation(error, 'book_pkey')).toBe(true);
    expect(await titles()).toEqual([]);
    expect(commits).toBe(0);
  });

  it('tells that failure rather than what follows from it', async () => {
    const error = await failureOf(async (tx) => {
      await send(tx, 'A');
      await send(tx, 'A');
      await tx.insert(Book, { title: 'B' });
    });
    expect(isUniqueViolation(error, 'book_pkey')).toBe(true);
  });

  it('tells what the work threw, when that is why it is undone', async () => {
    const error = await failureOf(async (tx) => {
      await send(tx, 'A');
      throw new Error('changed my mind');
    });
    expect(error).toEqual(new Error('changed my mind'));
    expect(await titles()).toEqual([]);
  });

  it('is not taken for committed when its work passes over a failure', async () => {
    const error = await failureOf(async (tx) => {
      await tx.insert(Book, { title: 'A' });
      await tx.insert(Book, { title: 'A' }).catch(() => undefined);
    });
    expect(error).toEqual(new Error('a statement of the transaction failed, and its error was not passed on'));
    expect(commits).toBe(0);
  });

  it('takes nothing more once it is over, on a connection that is another’s by then', async () => {
    const tx = await unitOfWork.run(async (ended) => ended);
    await expect(send(tx, 'A')).rejects.toThrow('over');
    await expect(runPrepared(tx, add, ['A'])).rejects.toThrow('over');
    expect(await titles()).toEqual([]);
  });

  it('refuses one name for two statements before either commits', async () => {
    const error = await failureOf(async (tx) => {
      await send(tx, 'A');
      await sendPrepared(tx, { ...add, text: 'DELETE FROM book' }, []);
    });
    expect(error).toEqual(new Error('two statements are named "add a book"'));
    expect(await titles()).toEqual([]);
  });

  it('writes to its socket once with its beginning and once with its end', async () => {
    const single = await createDataSource({ url: database.appUrl, entities: [Book], poolSize: 1 }).initialize();
    const runner = single.createQueryRunner();
    const { connection } = (await runner.connect()) as { connection: { stream: Socket } };
    await runner.release();
    const written = (['_write', '_writev'] as const).map((method) => jest.spyOn(connection.stream, method));
    await createUnitOfWork(single).run(work);
    expect(written.flatMap(({ mock }) => mock.calls)).toHaveLength(2);
    await single.destroy();
  });

  it('keeps a nested transaction apart from the rest', async () => {
    await unitOfWork.run(async (tx) => {
      await tx.insert(Book, { title: 'A' });
      await tx.transaction((nested) => nested.insert(Book, { title: 'A' })).catch(() => undefined);
      await tx.transaction((nested) => send(nested, 'A')).catch(() => undefined);
      await send(tx, 'B');
    });
    expect(await titles()).toEqual(['A', 'B']);
  });
});

describe('a read by itself', () => {
  const read = (title: string) =>
    readPrepared<{ title: string }>(
      dataSource,
      { name: 'read a book', text: 'SELECT title FROM book WHERE title = $1' },
      [title],
    );

  it('sees what is committed, and gives its connection back however it ends', async () => {
    await unitOfWork.run((tx) => send(tx, 'A'));
    for (let time = 0; time < 30; time++) {
      expect(await read('A')).toEqual([{ title: 'A' }]);
      await expect(readPrepared(dataSource, { name: 'fail', text: 'SELECT 1 / $1::int' }, [0])).rejects.toThrow('zero');
    }
    expect(await read('B')).toEqual([]);
  });
});

describe('what a unit of work takes for granted', () => {
  itIsCheckedAgainst(
    'typeorm',
    '1.1.1',
    'isTransactionActive and transactionDepth of a query runner (open-transaction.ts)',
  );
  itIsCheckedAgainst('pg', '8.23.1', 'connection.stream of a client, and the order of a pipeline (transaction.ts)');
});

/** A question that is waited for, then two writes that are not. */
const work = async (tx: EntityManager) => {
  await runPrepared(tx, { name: 'count the books', text: 'SELECT count(*) FROM book' }, []);
  await send(tx, 'A');
  await send(tx, 'B');
};

describe('a unit of work whose connection is cut', () => {
  it('speaks twice with PostgreSQL, and wherever it is cut keeps all or nothing and says that it failed', async () => {
    const proxy = await startCuttingProxy(database.appUrl);
    const cuttable = await createDataSource({ url: proxy.url, entities: [Book], poolSize: 1 }).initialize();
    const { run } = createUnitOfWork(cuttable);
    await run(work);
    await dataSource.query('DELETE FROM book');
    proxy.cutAfter(Infinity);
    await run(work);
    const whole = { ...proxy.passed };
    expect(whole.writes).toBe(2);

    for (const bytes of [...Array(Math.ceil(whole.bytes / 5)).keys()].map((part) => part * 5 + 1).concat(whole.bytes)) {
      // A fresh connection, which has been asked everything once.
      await dataSource.query('DELETE FROM book');
      await run(work);
      await dataSource.query('DELETE FROM book');
      proxy.cutAfter(bytes);
      const error = await run(work).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      proxy.cutAfter(Infinity);
      expect({ bytes, unavailable: isDatabaseUnavailable(error) }).toEqual({ bytes, unavailable: true });
      // Where all of the COMMIT arrived and only its answer was lost, it may be done.
      expect(bytes < whole.bytes ? [[]] : [[], ['A', 'B']]).toContainEqual(await titles());
    }
    await cuttable.destroy();
    proxy.stop();
  });
});
