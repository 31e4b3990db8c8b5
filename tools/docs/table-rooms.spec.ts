import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { services } from '../../services.json';
import { root } from '../start/start-options';
import { tableRooms, tablesIn, walksRoundDoors, type Walk } from './table-rooms';

/** Statements that name tables of other rooms, each for its reason; all others ask the room of a table, by its door. */
const allowed: readonly (Walk & { readonly why: string })[] = [
  {
    file: 'apps/binding/src/accounts/accounts.repository.ts',
    tables: ['binding'],
    why: 'asks for what is held although its account is not locked; either half alone would be read whole, however many there are',
  },
  {
    file: 'apps/binding/src/cases/case-queue.repository.ts',
    tables: ['binding'],
    why: 'a page of what people have to look into leaves out what is of who asks, and names the provider, in one read',
  },
  {
    file: 'apps/binding/src/operations/comparing/provider-view.repository.ts',
    tables: ['binding'],
    why: 'a page of a provider’s list is compared with all that we have in its range, and what it names with all we know, in one read each',
  },
  {
    file: 'apps/identity/src/passwords/password.repository.ts',
    tables: ['account', 'contact_point'],
    why: 'one statement whether a phone is known or not, so that its time does not tell',
  },
  {
    file: 'apps/notification/src/deliveries/claim.repository.ts',
    tables: ['contact_point', 'notification', 'recipient'],
    why: 'a claim takes in one statement all that is sent and to whom, and fixes it: a repeated send is the same to the byte',
  },
  {
    file: 'apps/notification/src/deliveries/collecting/collect.repository.ts',
    tables: ['notification'],
    why: 'what one contact point gets is counted under its lock, by what each delivery tells: an alert or a notice',
  },
  {
    file: 'apps/notification/src/deliveries/delivery.repository.ts',
    tables: ['contact_point', 'notification'],
    why: 'a delivery does not say whose it is nor where it went; pages of the inbox and the checks of each sent one read that with it',
  },
  {
    file: 'apps/notification/src/inbox/inbox.repository.ts',
    tables: ['notification'],
    why: 'the inbox is how notifications are read: its pages, its count and its marks are the hot statements of their table',
  },
];

const filesOf = (pattern: string): ReadonlyMap<string, string> =>
  new Map(
    execFileSync('git', ['ls-files', '-co', '--exclude-standard', pattern], { cwd: root, encoding: 'utf8' })
      .trim()
      .split('\n')
      .map((file) => [file, readFileSync(join(root, file), 'utf8')]),
  );
const isProduct = (file: string) => !/\.spec\.ts$|\/testing\//.test(file);

describe('tablesIn', () => {
  const known = ['card', 'binding', 'receipt'];
  const of = (source: string) => [...tablesIn(source, known)].sort();

  it.each([
    ["db.query('SELECT id FROM card')", ['card']],
    ['db.query(`\n  select x from "binding" b join card c on c.id = b.card_id`)', ['binding', 'card']],
    ["db.query('SELECT 1 FROM binding b, card AS c, unnest($1) x')", ['binding', 'card']],
    ["db.query('UPDATE card SET token = NULL')", ['card']],
    ["db.query('INSERT INTO receipt (id) VALUES ($1)')", ['receipt']],
    ["db.query('DELETE FROM receipt USING binding WHERE true')", ['binding', 'receipt']],
    ['db.query(`WITH done AS (UPDATE ${name} SET a = 1) SELECT ${columns} FROM card`)', ['card']],
    ['const part = `EXISTS (SELECT 1 FROM binding)`;', ['binding']],
  ])('finds the tables of %s', (source, tables) => expect(of(source)).toEqual(tables));

  it.each(["say('comes from card')", '// SELECT id FROM card', "db.query('SELECT card, binding FROM other')"])(
    'finds none in %s',
    (source) => expect(of(source)).toEqual([]),
  );
});

describe('the tables of all services', () => {
  const rooms = Object.keys(services).map((service) => ({
    service,
    tables: tableRooms(filesOf(`apps/${service}/src/*.entity.ts`)),
    files: new Map([...filesOf(`apps/${service}/src/*.ts`)].filter(([file]) => isProduct(file))),
  }));

  it('each stand in one room', () => {
    expect(rooms.map(({ tables }) => tables.size).every((size) => size > 0)).toBe(true);
    expect(rooms.find(({ service }) => service === 'binding')?.tables.get('card')).toBe('lifecycle');
  });

  it('are named by the SQL of their room only, but for the statements told above', () => {
    const walks = rooms.flatMap(({ tables, files }) => walksRoundDoors(files, tables));
    const byFile = (a: Walk, b: Walk) => a.file.localeCompare(b.file);
    expect(walks.sort(byFile)).toEqual(allowed.map(({ file, tables }) => ({ file, tables })).sort(byFile));
  });

  it('are handed out by no door: what a row looks like is its room’s own', () => {
    const handing = rooms.flatMap(({ files }) =>
      [...files].filter(([file, source]) => file.endsWith('/index.ts') && /^export .*\.entity'/m.test(source)),
    );
    expect(handing.map(([file]) => file)).toEqual([]);
  });
});
