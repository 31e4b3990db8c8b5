import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, eventually, testPostgresUrl, type TestDatabase } from '@bindery/testing';
import { toConnection, toPassfileLine } from './connection';
import { createDataSource } from './data-source';
import { withClient, withPassfile } from './provision';

const folder = mkdtempSync(join(tmpdir(), 'bindery-passfile-'));
const passfile = join(folder, 'passfile');
let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase('rotating', async () => 'nothing yet')));
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

const asAdmin = (sql: string) => withClient(testPostgresUrl(), (admin) => admin.query(sql));
const urlWithFile = () => withPassfile(database.appUrl, 'rotating_app', passfile);

describe('a database whose password stands in a file', () => {
  it('is reached with the password of the moment, by a pool that was there before it changed', async () => {
    writeFileSync(
      passfile,
      `# a comment\n${toPassfileLine('somebody_else', 'no')}${toPassfileLine('rotating_app', 'app')}`,
    );
    const dataSource = await createDataSource({ url: urlWithFile(), entities: [] }).initialize();
    expect(await dataSource.query('SELECT current_user AS me')).toEqual([{ me: 'rotating_app' }]);

    await asAdmin("ALTER ROLE rotating_app PASSWORD 'another:one'");
    writeFileSync(passfile, toPassfileLine('rotating_app', 'another:one'));
    await asAdmin("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'rotating_app'");
    await eventually(async () => expect(await dataSource.query('SELECT 1 AS one')).toEqual([{ one: 1 }]));
    await dataSource.destroy();
  });

  it('is not reached with a file that has no line for the login, and the error shows nothing of the file', async () => {
    writeFileSync(passfile, toPassfileLine('somebody_else', 'hush-hush'));
    const error = await withClient(urlWithFile(), async () => undefined).catch((reason: Error) => reason);
    expect(String(error)).toContain('has no password of rotating_app');
    expect(String(error)).not.toContain('hush');
  });
});

describe('toConnection', () => {
  const url = 'postgres://me:p%40ss@db.example:6000/cards';

  it('takes a URL apart', () => {
    expect(toConnection(url)).toEqual({
      host: 'db.example',
      port: 6000,
      user: 'me',
      password: 'p@ss',
      database: 'cards',
      ssl: undefined,
    });
    expect(toConnection('postgres://me@[::1]/cards')).toMatchObject({ host: '::1', port: 5432 });
  });

  it('checks the server over TLS, against the authority of a file or those that everybody trusts', () => {
    writeFileSync(passfile, 'PEM');
    expect(toConnection(`${url}?sslmode=verify-full`).ssl).toEqual({ rejectUnauthorized: true });
    expect(toConnection(`${url}?sslmode=verify-full&sslrootcert=${passfile}`).ssl).toEqual({
      rejectUnauthorized: true,
      ca: 'PEM',
    });
  });

  it.each(['require', 'prefer', 'verify-ca', 'no-such'])('knows no TLS that trusts anybody: %s', (mode) => {
    expect(() => toConnection(`${url}?sslmode=${mode}`)).toThrow('sslmode is disable or verify-full');
  });
});
