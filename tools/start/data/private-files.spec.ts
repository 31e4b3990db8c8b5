import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordStaffAct, staffActsFile } from '../staff-acts';
import { closeToOthers } from './private-files';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'bindery-private-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const modeOf = (...path: string[]) => (statSync(join(folder, ...path)).mode & 0o777).toString(8);

describe('a data folder of an older version', () => {
  it('is closed to others, with all that is in it, and what links lead to is left as it is', () => {
    mkdirSync(join(folder, 'logs', 'old'), { recursive: true });
    writeFileSync(join(folder, 'logs', 'old', 'identity.log'), '');
    writeFileSync(join(folder, 'elsewhere'), '');
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'logs', 'link'));
    for (const path of ['logs', 'logs/old']) chmodSync(join(folder, path), 0o755);
    for (const path of ['logs/old/identity.log', 'elsewhere']) chmodSync(join(folder, path), 0o644);
    closeToOthers(join(folder, 'logs'));
    expect([modeOf('logs'), modeOf('logs', 'old'), modeOf('logs', 'old', 'identity.log')]).toEqual([
      '700',
      '700',
      '600',
    ]);
    expect(modeOf('elsewhere')).toBe('644');
  });

  it('need not have what it does not have', () => expect(() => closeToOthers(join(folder, 'nothing'))).not.toThrow());
});

describe('what an operator did', () => {
  it('is kept beside the logs, for the owner only, one line each, by whom', () => {
    recordStaffAct(folder, 'data-reset');
    recordStaffAct(folder, 'dead-letters-replayed', { amount: 3, labels: { service: 'binding' } });
    const lines = readFileSync(staffActsFile(folder), 'utf8').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ 'event.action': 'data-reset', 'event.kind': 'alert', 'user.name': expect.any(String) }),
      expect.objectContaining({
        'event.action': 'dead-letters-replayed',
        'bindery.amount': 3,
        'labels.service': 'binding',
      }),
    ]);
    expect(modeOf('operators.log')).toBe('600');
  });

  it('is a line on standard error where there is no data folder', () => {
    const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    recordStaffAct(undefined, 'topics-changed', { amount: 2 });
    expect(JSON.parse(String(write.mock.calls[0]?.[0]))).toMatchObject({ 'event.action': 'topics-changed' });
    write.mockRestore();
  });
});
