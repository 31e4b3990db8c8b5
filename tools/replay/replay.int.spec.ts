import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createEventLog, provisionEventLog } from '@bindery/messaging';
import { createLog } from '@bindery/service';
import { createTestDatabase, eventually, type TestDatabase } from '@bindery/testing';

const run = promisify(execFile);
const root = join(__dirname, '../..');
const topic = 'bindery.binding';

describe('npm run replay', () => {
  let database: TestDatabase;
  const consumeAll = async (count: number): Promise<string[]> => {
    const transport = createEventLog(
      { eventLogUrl: database.appUrl },
      { service: 'binding', log: createLog({ service: 'test', level: 'silent', format: 'json' }) },
    );
    const seen: string[] = [];
    const member = await transport.consume({
      group: 'binding',
      topics: [topic],
      handle: ({ value }) => Promise.resolve(void seen.push(value)),
    });
    await eventually(() => expect(seen).toHaveLength(count));
    await member.stop();
    await transport.close();
    return seen;
  };

  beforeAll(async () => {
    database = await createTestDatabase('replay', (ownerUrl) => provisionEventLog(ownerUrl, []));
    await provisionEventLog(database.ownerUrl, [{ login: 'replay_app', service: 'binding' }]);
    const transport = createEventLog(
      { eventLogUrl: database.appUrl },
      { service: 'binding', log: createLog({ service: 'test', level: 'silent', format: 'json' }) },
    );
    await transport.publish([1, 2, 3].map((number) => ({ topic, key: 'k', headers: {}, value: `${number}` })));
    await transport.close();
    await consumeAll(3);
  });
  afterAll(() => database.drop());

  const replay = (...args: string[]) =>
    run(
      process.execPath,
      [
        '-r',
        './tools/runtime/register.cjs',
        'tools/replay/main.ts',
        '--service',
        'binding',
        '--event-log-url',
        database.appUrl,
        ...args,
      ],
      { cwd: root },
    );

  it('says what it would do, and does it when told to', async () => {
    const { stdout } = await replay('--from', 'start');
    expect(stdout).toMatch(/bindery\.binding \/ \d +3 +3 +0 +3\n/);
    expect(stdout).toContain('3 events come again. Those that were handled are passed over; only gaps are filled.');
    expect(stdout).toContain('Nothing was changed; add --yes to do it.');
    await replay('--from', 'start', '--yes');
    expect(await consumeAll(3)).toEqual(['1', '2', '3']);
  }, 60_000);

  it('wants a time with its zone, and a topic that the service reads', async () => {
    await expect(replay('--from', '2026-11-20 08:00')).rejects.toMatchObject({
      stderr: expect.stringContaining('2026-11-20T08:00:00+08:00'),
    });
    await expect(replay('--from', '2026-11-20T08:00:00+08:00', '--topic', 'bindery.identity')).rejects.toMatchObject({
      stderr: expect.stringContaining('has read nothing yet of bindery.identity'),
    });
  }, 60_000);
});
