import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { eventually } from '@bindery/testing';
import { createSimulatedWorld } from '@bindery/simulated-world';
import { createGraphClient, createWallet } from '@bindery/wallet-client';
import { freeBasePort, newDataFolder, pidOf, startCommand } from './system/run-system';
import { data as runningData } from './system/the-system';

// Requirement: one command brings everything up; whatever goes wrong is one clear line, and nothing is left behind.
interface Run {
  readonly pid: number;
  output(): string;
  /** Resolves as soon as the text has been printed; fails when the start ends before. */
  saw(text: string): Promise<void>;
  readonly ended: Promise<number | null>;
}

function run(...args: string[]): Run {
  const child = startCommand(args);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return {
    pid: child.pid ?? 0,
    ended,
    output: () => text,
    saw: (wanted) =>
      eventually(
        () => {
          if (text.includes(wanted)) return;
          throw new Error(`“${wanted}” was not printed (exit code ${child.exitCode}):\n${text}`);
        },
        { withinMs: 90_000 },
      ),
  };
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const postmasterOf = (folder: string) =>
  Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
const everyPidOf = (folder: string) => [
  postmasterOf(folder),
  ...readdirSync(join(folder, 'pids')).map((file) => pidOf(folder, file.replace('.pid', ''))),
];

/** System V shared memory that a process made; Linux only. Columns: key shmid perms size cpid … */
const sharedMemoryOf = (pid: number) =>
  existsSync('/proc/sysvipc/shm')
    ? readFileSync('/proc/sysvipc/shm', 'utf8')
        .split('\n')
        .filter((line) => line.trim().split(/\s+/)[4] === String(pid))
    : [];

const folders: string[] = [];
const newFolder = () => {
  const folder = newDataFolder();
  folders.push(folder);
  return folder;
};
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

describe('npm start, when it cannot', () => {
  let port: string;
  beforeAll(async () => {
    port = String(await freeBasePort());
  });

  async function expectRefusal(folder: string, problem: RegExp, remedy: RegExp, ...args: string[]) {
    const refused = run('--port', port, '--data', folder, ...args);
    expect(await refused.ended).toBe(1);
    const lines = refused.output().trim().split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(problem),
        expect.stringMatching(new RegExp(`^→ .*${remedy.source}`)),
      ]),
    );
    expect(refused.output()).not.toMatch(/\n\s+at /);
    expect(existsSync(join(folder, 'pids', 'postgres.pid'))).toBe(false);
  }

  it('names the port that is taken, and what needs it', async () => {
    const other = createServer().listen(Number(port) + 3, '127.0.0.1');
    await once(other, 'listening');
    const folder = newFolder();
    await expectRefusal(
      folder,
      new RegExp(`Port ${Number(port) + 3}, which verification needs where the system is on port \\d+, is taken`),
      /--port \d+/,
    );
    expect(existsSync(join(folder, 'running.pid'))).toBe(false);
    const notThere = join(folder, 'a', 'b');
    await expectRefusal(notThere, /is taken/, new RegExp(`--data ${notThere} --port \\d+`));
    expect(existsSync(join(folder, 'a'))).toBe(false);
    writeFileSync(join(folder, '.bindery-data'), '');
    writeFileSync(join(folder, 'secrets.json'), '{}');
    await expectRefusal(folder, /is taken/, /--port \d+/, '--reset');
    expect(existsSync(join(folder, 'secrets.json'))).toBe(true);
    other.close();
  });

  it('says that it runs on this folder already', async () => {
    const refused = run('--port', port, '--data', runningData);
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toMatch(/Bindery is running on .* already \(process \d+\)/);
    expect(isAlive(pidOf(runningData, 'gateway'))).toBe(true);
    expect(existsSync(join(runningData, 'running.pid'))).toBe(true);
  });

  it.each<[string, RegExp, RegExp, (folder: string) => void]>([
    [
      'that is a file',
      /cannot be used: it is a file/,
      /--data/,
      (folder) => (rmSync(folder, { recursive: true }), writeFileSync(folder, '')),
    ],
    [
      'that holds other things',
      /holds other things/,
      /Nothing in it was touched/,
      (folder) => writeFileSync(join(folder, 'thesis.txt'), ''),
    ],
    ['with half a cluster', /no complete database/, /--reset/, (folder) => mkdirSync(join(folder, 'postgres'))],
    [
      'whose keys are broken',
      /secrets\.json or .*passwords cannot be read/,
      /--reset/,
      (folder) => writeFileSync(join(folder, 'secrets.json'), '{"postgresPassword":'),
    ],
  ])('refuses a folder %s', async (_what, problem, remedy, spoil) => {
    const folder = newFolder();
    writeFileSync(join(folder, '.bindery-data'), '');
    if (problem.source.startsWith('holds')) rmSync(join(folder, '.bindery-data'));
    spoil(folder);
    // Under root the database belongs to its own user, which half a cluster made here does not.
    await expectRefusal(
      folder,
      process.getuid?.() === 0 && problem.source.includes('complete')
        ? /no complete database|belongs to another user/
        : problem,
      problem.source.includes('complete') ? /(--reset|--data)/ : remedy,
    );
  });

  it('refuses a folder that cannot be made', () => expectRefusal('/proc/bindery/data', /cannot be used/, /--data/));

  it('explains itself, and refuses ports that browsers do not go to', async () => {
    const help = run('--help');
    expect(await help.ended).toBe(0);
    for (const option of ['--port', '--data', '--reset', '--kafka', '--supervise'])
      expect(help.output()).toContain(option);
    const blocked = run('--port', '6000');
    expect(await blocked.ended).toBe(2);
    expect(blocked.output()).toContain('Browsers refuse port 6000');
  });
});

// One folder goes through all of it, in this order, as each full start takes seconds.
describe('npm start, from the first Ctrl-C to the last', () => {
  const folder = newFolder();
  let port: number;
  const start = () => run('--port', String(port), '--data', folder);
  beforeAll(async () => {
    port = await freeBasePort();
  });

  const expectNothingLeft = (pids: readonly number[]) => {
    expect(pids.filter(isAlive)).toEqual([]);
    expect(['running.pid', 'pids', 'postgres/postmaster.pid'].filter((name) => existsSync(join(folder, name)))).toEqual(
      [],
    );
  };

  it('stops at Ctrl-C while the database is being made, and begins again at the next start', async () => {
    const first = start();
    await first.saw('Data folder and ports');
    const wrapper = await eventually(() => pidOf(folder, 'postgres'));
    process.kill(-first.pid, 'SIGINT');
    expect(await first.ended).toBe(0);
    expect(first.output()).toContain('Nothing is left running.');
    expectNothingLeft([wrapper]);
  });

  it('is not kept out by the lock of a dead start whose number another process has now; a killed service ends everything', async () => {
    writeFileSync(join(folder, 'running.pid'), `${process.pid} 1`);
    const second = start();
    await second.saw('Bindery is running');
    const pids = everyPidOf(folder);
    expect(pids).toHaveLength(8);
    process.kill(pidOf(folder, 'binding'), 'SIGKILL');
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/\nbinding was killed \(SIGKILL\)\.\n→ .*binding\.log/);
    expectNothingLeft(pids);
  });

  it('finds its data again; a killed database ends everything', async () => {
    const third = start();
    await third.saw('Bindery is running');
    const [account] = JSON.parse(readFileSync(join(folder, 'demo-accounts.json'), 'utf8')) as [
      { name: string; phone: string; password: string },
    ];
    const graph = createGraphClient({ endpoint: `http://127.0.0.1:${port}/graphql`, locale: 'en' });
    const wallet = createWallet(graph, createSimulatedWorld(`http://127.0.0.1:${port + 10}`), {
      ...account,
      displayName: account.name,
      locale: 'en',
    });
    await wallet.logIn('A phone of the second day');
    expect((await wallet.home()).displayName).toBe(account.name);
    const pids = everyPidOf(folder);
    process.kill(postmasterOf(folder), 'SIGKILL');
    expect(await third.ended).toBe(1);
    expect(third.output()).toMatch(/\npostgres stopped by itself .*its server has ended\n→ /);
    expect(pids.filter(isAlive)).toEqual([]);
  });

  it('stops a child that cannot start with its own words', async () => {
    const file = join(folder, 'secrets.json');
    const secrets = readFileSync(file, 'utf8');
    writeFileSync(file, secrets.replace(/"contactKeys": ".*"/, '"contactKeys": "[]"'));
    const failing = start();
    expect(await failing.ended).toBe(1);
    expect(failing.output()).toMatch(
      /\n(identity|verification|notification) stopped by itself \(exit code 1\): .+\n→ Its log/,
    );
    expectNothingLeft([]);
    writeFileSync(file, secrets);
  });

  it('leaves nothing when it is killed itself; the next start waits for that, and stops cleanly', async () => {
    const killed = start();
    await killed.saw('Bindery is running');
    const pids = everyPidOf(folder);
    process.kill(killed.pid, 'SIGKILL');
    const last = start();
    await eventually(() => expect(pids.filter(isAlive)).toEqual([]), { withinMs: 15_000 });
    await last.saw('Bindery is running');
    const own = everyPidOf(folder);
    const postmaster = postmasterOf(folder);
    process.kill(-last.pid, 'SIGINT');
    expect(await last.ended).toBe(0);
    expectNothingLeft(own);
    expect(sharedMemoryOf(postmaster)).toEqual([]);
  });

  it('forgets everything with --reset', async () => {
    const before = readFileSync(join(folder, 'secrets.json'), 'utf8');
    const reset = run('--port', String(port), '--data', folder, '--reset');
    await reset.saw('Databases and migrations');
    process.kill(-reset.pid, 'SIGINT');
    expect(await reset.ended).toBe(0);
    expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).not.toBe(before);
    expect(existsSync(join(folder, 'demo-accounts.json'))).toBe(false);
  });
});
