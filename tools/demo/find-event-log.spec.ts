import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeRunning } from '../start/data/running';
import { identify } from '../start/processes/process-identity';
import { findEventLog } from './find-event-log';

describe('where the demo reads events', () => {
  const root = mkdtempSync(join(tmpdir(), 'bindery-demo-'));
  const folderWith = (name: string, ...files: readonly string[]) => {
    const folder = join(root, name);
    mkdirSync(folder);
    for (const file of files) writeFileSync(join(folder, file), JSON.stringify({ eventLogUrl: name }));
    return folder;
  };
  const ofStart = folderWith('start', '.bindery-data', 'event-log.json');
  const ofCompose = folderWith('compose', 'event-log.json');
  const empty = folderWith('empty');
  const find = (data: string, { named = true, env = {} } = {}) => findEventLog({ data, named, port: 5000, env });
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  // Whoever runs the tests lives as long as they do, as a start would.
  const runAt = (port: number) => {
    const { pid, startedAt } = identify(process.ppid) ?? {};
    writeFileSync(join(ofStart, 'running.pid'), `${pid} ${startedAt}`);
    writeRunning(ofStart, { port, supervise: false });
  };
  afterEach(() => rmSync(join(ofStart, 'running.pid'), { force: true }));

  it('is the log of the system that runs on the folder', () => {
    runAt(5000);
    expect(find(ofStart)).toEqual({ kind: 'FOUND', address: { eventLogUrl: 'start' } });
  });

  it('is not the log of another system, nor of one that was stopped', () => {
    expect(find(ofStart)).toEqual({ kind: 'otherSystem' });
    runAt(5100);
    expect(find(ofStart)).toEqual({ kind: 'otherSystem' });
    expect(find(ofStart, { named: false })).toEqual({ kind: 'noEvents' });
  });

  it('is what a folder of Compose says', () =>
    expect(find(ofCompose)).toEqual({ kind: 'FOUND', address: { eventLogUrl: 'compose' } }));

  it.each([empty, join(root, 'none')])('is nowhere in %s, and variables do not excuse the wrong name', (folder) =>
    expect(find(folder, { env: { EVENT_LOG_URL: 'variable' } })).toEqual({ kind: 'noFolder' }),
  );

  it('is what the variables say where no folder was named', () =>
    expect(find(empty, { named: false, env: { KAFKA_BROKERS: 'a:1,b:2' } })).toEqual({
      kind: 'FOUND',
      address: { eventLogUrl: undefined, kafkaBrokers: ['a:1', 'b:2'] },
    }));
});
