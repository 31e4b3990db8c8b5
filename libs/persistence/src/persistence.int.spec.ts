import { Pool } from 'pg';
import { Entity, PrimaryColumn, type DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { err, newId, ok } from '@bindery/kernel';
import { createTestDatabase, eventually, testPostgresUrl, type TestDatabase } from '@bindery/testing';
import { burnProof, usedProofTableDown, usedProofTableUp } from './burn-proof';
import { createDataSource } from './data-source';
import { migrate } from './migrate';
import { createOnce, idempotencyTableDown, idempotencyTableUp, type Once } from './once';
import { ConnectionLost, isDatabaseUnavailable, isUniqueViolation } from './pg-errors';
import { withClient } from './provision';
import { createUnitOfWork, type UnitOfWork } from './unit-of-work';

@Entity('used_proof')
class UsedProof {
  @PrimaryColumn({ name: 'proof_id', type: 'text' })
  proofId!: string;
}

class CreateTables1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...idempotencyTableUp, ...usedProofTableUp]) await runner.query(statement);
  }
  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [...usedProofTableDown, ...idempotencyTableDown]) await runner.query(statement);
  }
}

let database: TestDatabase;
let dataSource: DataSource;
let unitOfWork: UnitOfWork;
let commits = 0;

beforeAll(async () => {
  database = await createTestDatabase('shelf', (url) => migrate('up', url, [CreateTables1700000000001]));
  dataSource = createDataSource({ url: database.appUrl, entities: [UsedProof] });
  await dataSource.initialize();
  unitOfWork = createUnitOfWork(dataSource, { onCommit: () => commits++ });
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const request = {
  owner: 'account_a',
  operation: 'unbind',
  idempotencyKey: 'key-of-the-first-1',
  request: { card: 1 },
};

describe('once', () => {
  let once: Once;
  beforeAll(() => void (once = createOnce(unitOfWork)));
  const proofs = async (id: string): Promise<number> =>
    (await dataSource.query('SELECT 1 FROM used_proof WHERE proof_id = $1', [id])).length;

  it('does the work once for a hundred repetitions in parallel, and answers all of them alike', async () => {
    let done = 0;
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => once(request, async () => ok({ effect: ++done }))),
    );
    expect(done).toBe(1);
    expect(answers.every((answer) => answer.ok && answer.value.effect === 1)).toBe(true);
  });

  it('refuses the key for another request', async () => {
    const answer = await once({ ...request, request: { card: 2 } }, async () => ok({}));
    expect(answer).toEqual({ ok: false, error: { kind: 'IDEMPOTENCY_KEY_REUSED' } });
  });

  it.each([
    ['', { rule: 'TOO_SHORT', limit: 16 }],
    ['fifteen-letters', { rule: 'TOO_SHORT', limit: 16 }],
    ['k'.repeat(65), { rule: 'TOO_LONG', limit: 64 }],
    ['a key with spaces', { rule: 'CHARACTERS' }],
    ['schlüssel-schlüssel', { rule: 'CHARACTERS' }],
  ])('refuses a key that is none, and says what is wrong with it: “%s”', async (idempotencyKey, fault) => {
    const answer = await once({ ...request, idempotencyKey }, async () => ok('done'));
    expect(answer).toEqual({ ok: false, error: { kind: 'INVALID_INPUT', field: 'idempotencyKey', ...fault } });
  });

  it('rolls back what refusing work wrote, and lets it be tried again with its key', async () => {
    const again = { ...request, idempotencyKey: 'key-of-the-second-2' };
    const proof = newId('proof');
    const refused = await once(again, async (tx) => {
      await burnProof(tx, proof, 'unbind');
      return err({ kind: 'NO' as const });
    });
    expect(refused).toEqual({ ok: false, error: { kind: 'NO' } });
    expect(await proofs(proof)).toBe(0);
    expect(await once(again, async () => ok('yes'))).toEqual({ ok: true, value: 'yes' });
  });

  it('presents a first answer and a repeated one as they are now', async () => {
    const shown = { ...request, idempotencyKey: 'key-of-the-fourth-4' };
    let now = 'new';
    const ask = () =>
      once(
        shown,
        async () => ok({ id: 'a' }),
        async (_tx, { id }) => `${id} ${now}`,
      );
    expect(await ask()).toEqual({ ok: true, value: 'a new' });
    now = 'old';
    expect(await ask()).toEqual({ ok: true, value: 'a old' });
  });

  it('forgets a key after a day', async () => {
    await dataSource.query("UPDATE idempotency_key SET created_at = now() - interval '25 hours'");
    expect(await once({ ...request, request: { card: 3 } }, async () => ok('anew'))).toEqual({
      ok: true,
      value: 'anew',
    });
  });
});

describe('burnProof', () => {
  it('lets exactly one of fifty acts at once have the proof', async () => {
    const proof = newId('proof');
    const burn = () => unitOfWork.run((tx) => burnProof(tx, proof, 'unbind'));
    const burned = await Promise.all(Array.from({ length: 50 }, burn));
    expect(burned.filter(Boolean)).toHaveLength(1);
  });

  it('keeps the proof when the act fails', async () => {
    const proof = newId('proof');
    await expect(
      unitOfWork.run(async (tx) => {
        await burnProof(tx, proof, 'unbind');
        throw new Error('the act failed');
      }),
    ).rejects.toThrow('the act failed');
    expect(await unitOfWork.run((tx) => burnProof(tx, proof, 'unbind'))).toBe(true);
  });
});

describe('unit of work', () => {
  it('tells of each commit and of no rollback', async () => {
    const before = commits;
    await unitOfWork.run(async () => undefined);
    await unitOfWork.run(() => Promise.reject(new Error('no'))).catch(() => undefined);
    expect(commits).toBe(before + 1);
  });
});

describe('database roles', () => {
  it('let the service use rows and change no table', async () => {
    await expect(dataSource.query('DROP TABLE used_proof')).rejects.toThrow('must be owner');
    await expect(dataSource.query('CREATE TABLE loot (id int)')).rejects.toThrow('permission denied');
  });

  it('keep every other service out', async () => {
    const other = await createTestDatabase('cellar', (url) => migrate('up', url, [CreateTables1700000000001]));
    const intruder = Object.assign(new URL(other.appUrl), { pathname: new URL(database.appUrl).pathname }).href;
    await expect(withClient(intruder, async () => undefined)).rejects.toThrow('permission denied for database');
    await other.drop();
  });
});

describe('migrations', () => {
  it('go back and forth again', async () => {
    expect(await migrate('status', database.ownerUrl, [CreateTables1700000000001])).toBe('up to date');
    await migrate('down', database.ownerUrl, [CreateTables1700000000001]);
    expect(await migrate('status', database.ownerUrl, [CreateTables1700000000001])).toBe('migrations are pending');
    expect(await migrate('up', database.ownerUrl, [CreateTables1700000000001])).toBe('ran CreateTables1700000000001');
  });
});

describe('isUniqueViolation', () => {
  it('knows the constraint', async () => {
    const insert = () => dataSource.query("INSERT INTO used_proof VALUES ('proof_9', 'x', now())");
    await insert();
    const error = await insert().catch((reason: unknown) => reason);
    expect(isUniqueViolation(error, 'used_proof_pkey')).toBe(true);
    expect(isUniqueViolation(error, 'another')).toBe(false);
    expect(isUniqueViolation(new Error('else'))).toBe(false);
  });
});

describe('isDatabaseUnavailable', () => {
  it('knows a pool that has nothing free, a terminated connection and a statement that took too long', async () => {
    const busy = createDataSource({ url: database.appUrl, entities: [], poolSize: 1 });
    await busy.initialize();
    const runner = busy.createQueryRunner();
    await runner.connect();
    const noneFree = await busy.query('SELECT 1').catch((reason: unknown) => reason);
    const tooLong = await runner
      .query("SET statement_timeout = '20ms'; SELECT pg_sleep(1)")
      .catch((reason: unknown) => reason);
    const killed = await runner
      .query('SELECT pg_terminate_backend(pg_backend_pid())')
      .catch((reason: unknown) => reason);
    for (const error of [noneFree, tooLong, killed]) expect(isDatabaseUnavailable(error)).toBe(true);
    await runner.release();
    await busy.destroy();
  });

  it('knows a connection that broke before anything was said on it', async () => {
    const pool = new Pool({ connectionString: database.appUrl, max: 1 });
    pool.on('error', () => undefined);
    const client = await pool.connect();
    client.on('error', () => undefined);
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await withClient(testPostgresUrl(), (admin) => admin.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]));
    const refused = () => client.query('SELECT 1').catch((reason: unknown) => reason);
    await eventually(async () => expect(String(await refused())).toContain('not queryable'));
    expect(isDatabaseUnavailable(await refused())).toBe(true);
    client.release(true);
    await pool.end();
  });

  it('knows a connection that broke between two statements of a transaction', async () => {
    const lost = await unitOfWork
      .run(async (tx) => {
        const [{ pid }] = (await tx.query('SELECT pg_backend_pid() AS pid')) as [{ pid: number }];
        await withClient(testPostgresUrl(), (admin) => admin.query('SELECT pg_terminate_backend($1)', [pid]));
        await eventually(() => expect(tx.queryRunner?.isReleased).toBe(true));
        await tx.insert(UsedProof, { proofId: 'proof_lost' });
      })
      .catch((reason: unknown) => reason);
    expect(lost).toBeInstanceOf(ConnectionLost);
    expect(isDatabaseUnavailable(lost)).toBe(true);
  });

  it('leaves a mistake of ours a mistake', async () => {
    const error = await dataSource.query('SELECT no_such_column').catch((reason: unknown) => reason);
    expect(isDatabaseUnavailable(error)).toBe(false);
  });
});
