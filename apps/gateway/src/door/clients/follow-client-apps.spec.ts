import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '@bindery/service';
import { eventually } from '@bindery/testing';
import { followClientApps, type FollowedClientApps } from './follow-client-apps';

const minimum = (minimumVersion: string) =>
  JSON.stringify({ clients: { ios: { minimumVersion, updateUrl: 'https://wallet.example/app' } } });

let path: string;
let lines: string[];
let rules: FollowedClientApps;

beforeEach(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'bindery-rules-')), 'client-apps.data.json');
  lines = [];
  await writeFile(path, minimum('1.0'));
  rules = await followClientApps(
    path,
    createLog({
      service: 'gateway',
      level: 'info',
      format: 'json',
      destination: { write: (line: string) => void lines.push(line) },
    }),
    20,
  );
});
afterEach(() => rules.stop());

const current = () => rules.current().clients.ios?.minimumVersion;
const logged = (words: string) =>
  eventually(async () => expect(lines.some((line) => line.includes(words))).toBe(true), { withinMs: 10_000 });

describe('the file of the client apps', () => {
  it('is taken over when it changes', async () => {
    await writeFile(path, minimum('2.0'));
    await logged('took over the rules');
    expect(current()).toBe('2.0');
  });

  it.each(['{', '', '{"clients":{"x":{}}}', minimum('latest')])(
    'is refused when it is wrong, with a line in the log, and the rules of before serve: %s',
    async (wrong) => {
      await writeFile(path, wrong);
      await logged('refused the rules');
      expect(current()).toBe('1.0');
      await writeFile(path, minimum('3.0.0'));
      await logged('took over the rules');
      expect(current()).toBe('3.0.0');
    },
  );

  it('may go and come back', async () => {
    await rm(path);
    await logged('refused the rules');
    expect(current()).toBe('1.0');
    await writeFile(path, minimum('1.5'));
    await logged('took over the rules');
    expect(current()).toBe('1.5');
  });

  it('has to be there and right at the start', async () => {
    await expect(
      followClientApps(`${path}.not`, createLog({ service: 'gateway', level: 'silent', format: 'json' })),
    ).rejects.toThrow(/ENOENT/);
  });
});
