import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { toConnection, withPassfile, withUser } from '@bindery/persistence';
import { Client } from 'pg';
import { databases, rowsOf } from './system/databases';
import { portOf, services } from './system/services';
import { data, newHolder, port } from './system/the-system';

const passwords = join(data, 'passwords');
const passfileOf = (login: string) => join(passwords, login, 'passfile');
const logins = readdirSync(passwords).filter((login) => existsSync(passfileOf(login)));
const passwordOf = (login: string) => readFileSync(passfileOf(login), 'utf8').trim().split(':')[4] ?? '';
const urlOf = (database: string) => `postgres://127.0.0.1:${portOf('postgres', port)}/${database}`;

/** 'in', or the code that the server refuses with. */
async function knock(url: string): Promise<string> {
  const client = new Client(toConnection(url));
  try {
    await client.connect();
    return 'in';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  } finally {
    await client.end();
  }
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html: insufficient_privilege, invalid_password. */
const notLetIn = '42501';
const wrongPassword = '28P01';

/** Which databases a login is let into. */
function mayEnter(login: string): readonly string[] {
  if (login === 'postgres') return [...databases, 'postgres', 'template1'];
  const [, name = '', role] = /^(.*)_(owner|app)$/.exec(login) ?? [];
  if (role === 'owner') return [name];
  // Services and readers read events; the log's tables let each do what it needs.
  return databases.filter((database) => database === name || database === 'event_log');
}

describe('the logins of the databases', () => {
  it('are one for each role and service, and no others', async () => {
    const expected = [
      ...[...services, 'event_log'].map((name) => `${name}_owner`),
      ...[...services, 'analytics', 'gateway'].map((name) => `${name}_app`),
      'postgres',
    ].sort();
    expect([...logins].sort()).toEqual(expected);
    const rows = await rowsOf<{ name: string }>('event_log', 'SELECT rolname AS name FROM pg_roles WHERE rolcanlogin');
    expect(rows.map(({ name }) => name).sort()).toEqual(expected);
  });

  it('have passwords of their own, in files that nobody else reads', () => {
    expect(new Set(logins.map(passwordOf)).size).toBe(logins.length);
    for (const path of [passwords, ...logins.flatMap((login) => [join(passwords, login), passfileOf(login)])])
      expect(`${path} ${(statSync(path).mode & 0o077).toString(8)}`).toBe(`${path} 0`);
  });

  it('are let into their own databases only, those of the server included', async () => {
    const everywhere = [...databases, 'postgres', 'template1'];
    for (const login of logins)
      for (const database of everywhere) {
        const found = await knock(withPassfile(urlOf(database), login, passfileOf(login)));
        const expected = mayEnter(login).includes(database) ? 'in' : notLetIn;
        expect(`${login} → ${database}: ${found}`).toBe(`${login} → ${database}: ${expected}`);
      }
  });

  it('are of no use with the password of another', async () => {
    for (const login of logins)
      for (const other of logins.filter((each) => each !== login))
        expect(await knock(withUser(urlOf('event_log'), login, passwordOf(other)))).toBe(wrongPassword);
  });

  it('get new passwords while the system runs, and nothing of it is lost', async () => {
    const holder = await newHolder();
    const before = new Map(logins.map((login) => [login, passwordOf(login)]));
    const root = join(__dirname, '../../..');
    const args = ['-r', './tools/runtime/register.cjs', 'tools/rotate-passwords/main.ts', '--data', data];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
    expect(stdout).toContain(`${logins.length} passwords are new.`);
    for (const [login, old] of before) {
      expect(passwordOf(login)).not.toBe(old);
      const [database = ''] = mayEnter(login);
      expect(await knock(withUser(urlOf(database), login, old))).toBe(wrongPassword);
      expect(await knock(withPassfile(urlOf(database), login, passfileOf(login)))).toBe('in');
    }
    expect((await holder.home()).displayName).toBeTruthy();
  });
});
