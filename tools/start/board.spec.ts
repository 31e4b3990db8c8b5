import { toBoard } from './board';
import { defaultDataFolder } from './start-options';
import { portsFrom, usualPort } from './topology';

describe('the board', () => {
  it.each([
    [usualPort, defaultDataFolder()],
    [5300, '/tmp/another/data'],
  ])('has what can be tried next in two columns: port %i, %s', (port, data) => {
    const lines = toBoard(portsFrom(port), data, [], 1).split('\n');
    const next = lines.slice(
      lines.indexOf('  Try next') + 1,
      lines.findIndex((line) => line.includes('Data and logs')) - 1,
    );
    const reasons = next.filter((line) => /^ {4}(\S.*)? {2,}\S/.test(line));
    expect(reasons).toHaveLength(4);
    expect(new Set(reasons.map((line) => /^.{36}\S/.test(line)))).toEqual(new Set([true]));
  });
});
