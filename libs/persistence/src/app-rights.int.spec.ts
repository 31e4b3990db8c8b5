import { withClient } from './provision';
import { createTestDatabase, type TestDatabase } from '@bindery/testing';
import { appendOnly, grantAppRights, type AppRights } from './app-rights';

const rights: AppRights = {
  deed: appendOnly,
  message: { insert: true, update: ['read_at'], delete: { olderThanDays: 7, by: 'written_at' } },
  locked: { read: false },
};

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('rights', async (ownerUrl) =>
    withClient(ownerUrl, async (owner) => {
      await owner.query('CREATE TABLE deed (id integer PRIMARY KEY, words text)');
      await owner.query(
        'CREATE TABLE message (id integer PRIMARY KEY, words text, written_at timestamptz DEFAULT now(), read_at timestamptz)',
      );
      await owner.query('CREATE TABLE locked (id integer)');
      await owner.query('CREATE TABLE unlisted (id integer)');
      await grantAppRights(ownerUrl, 'rights_app', rights);
    }),
  );
});
afterAll(() => database.drop());

const asApp = (sql: string) => withClient(database.appUrl, async (app) => (await app.query(sql)).rowCount);
const refused = expect.objectContaining({ code: '42501' });

describe('grantAppRights', () => {
  it('lets rows be added and read, and nothing else, where they say what was done', async () => {
    expect(await asApp("INSERT INTO deed VALUES (1, 'agreed') ON CONFLICT DO NOTHING")).toBe(1);
    expect(await asApp('SELECT FROM deed')).toBe(1);
    for (const sql of [
      "UPDATE deed SET words = 'never'",
      'DELETE FROM deed',
      'TRUNCATE deed',
      "INSERT INTO deed VALUES (1, 'never') ON CONFLICT (id) DO UPDATE SET words = excluded.words",
      'SELECT FROM deed FOR UPDATE',
      'ALTER TABLE deed DISABLE TRIGGER ALL',
      'SELECT FROM locked',
    ])
      await expect(asApp(sql)).rejects.toEqual(refused);
  });

  it('lets only the named columns be changed', async () => {
    await asApp("INSERT INTO message VALUES (1, 'hello')");
    expect(await asApp('UPDATE message SET read_at = now() WHERE id = 1')).toBe(1);
    for (const column of ['words = NULL', 'written_at = now()', 'id = 2'])
      await expect(asApp(`UPDATE message SET ${column}`)).rejects.toEqual(refused);
  });

  it('lets only old rows be deleted, and one that is not old stops all of them', async () => {
    await asApp("INSERT INTO message VALUES (2, 'old', now() - interval '7 days 1 second')");
    await asApp("INSERT INTO message VALUES (3, 'nearly', now() - interval '6 days 23 hours')");
    await expect(asApp('DELETE FROM message WHERE id IN (2, 3)')).rejects.toEqual(refused);
    expect(await asApp('DELETE FROM message WHERE id = 2')).toBe(1);
    await withClient(database.ownerUrl, (owner) => owner.query('DELETE FROM message WHERE id = 3'));
    expect(await asApp('SELECT FROM message WHERE id > 1')).toBe(0);
  });

  it('goes by the clock of the platform for what is old, which only a sandbox lets the app move', async () => {
    await asApp("INSERT INTO message VALUES (5, 'a week from now')");
    const moveOn = 'UPDATE platform_clock SET ahead_ms = 8 * 86400000';
    await expect(asApp(moveOn)).rejects.toEqual(refused);
    await grantAppRights(database.ownerUrl, 'rights_app', rights, { clockCanBeMoved: true });
    expect(await asApp(moveOn)).toBe(1);
    expect(await asApp('DELETE FROM message WHERE id = 5')).toBe(1);
    await asApp('UPDATE platform_clock SET ahead_ms = 0');
    await grantAppRights(database.ownerUrl, 'rights_app', rights);
    await expect(asApp(moveOn)).rejects.toEqual(refused);
  });

  it('is what the list says after it changed, and leaves a table that it does not name', async () => {
    await grantAppRights(database.ownerUrl, 'rights_app', { ...rights, message: { ...appendOnly, delete: true } });
    await asApp("INSERT INTO message VALUES (4, 'young')");
    expect(await asApp('DELETE FROM message WHERE id = 4')).toBe(1);
    await expect(asApp('UPDATE message SET read_at = now()')).rejects.toEqual(refused);
    expect(await asApp('DELETE FROM unlisted')).toBe(0);
    await grantAppRights(database.ownerUrl, 'rights_app', rights);
    await expect(asApp('DELETE FROM message')).rejects.toEqual(refused);
  });
});
