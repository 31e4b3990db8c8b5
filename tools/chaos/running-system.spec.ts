import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeRunning } from '../start/data/running';
import { identify } from '../start/processes/process-identity';
import { findRunningSystem } from './running-system';

describe('a system for chaos to strike', () => {
  const data = mkdtempSync(join(tmpdir(), 'bindery-chaos-'));
  beforeAll(() => {
    // Whoever runs the tests lives as long as they do, as a start would.
    const { pid, startedAt } = identify(process.ppid) ?? {};
    writeFileSync(join(data, 'running.pid'), `${pid} ${startedAt}`);
  });
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  it('runs, at this port, and survives a fault', () => {
    writeRunning(data, { port: 5000, supervise: true });
    expect(findRunningSystem(data, 5000).isRunning()).toBe(true);
  });

  it.each([
    ['runs without --supervise', { port: 5000, supervise: false }, 'was started without --supervise'],
    ['has its gateway elsewhere', { port: 5100, supervise: true }, 'has its gateway at port 5100, not 5000'],
  ])('is refused when it %s', (_what, running, words) => {
    writeRunning(data, running);
    expect(() => findRunningSystem(data, 5000)).toThrow(words);
  });

  it('is refused when nothing runs on the folder', () =>
    expect(() => findRunningSystem(join(data, 'none'), 5000)).toThrow('Nothing runs on'));
});
