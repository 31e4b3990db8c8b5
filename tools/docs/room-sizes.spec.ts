import { execFileSync } from 'node:child_process';
import { root } from '../start/start-options';
import { fullRooms, mostFiles } from './room-sizes';

const filesIn = (room: string, count: number, ending = '.ts') =>
  Array.from({ length: count }, (_, index) => `${room}/file-${index}${ending}`);

describe('fullRooms', () => {
  it('names a room with one file too many, and none for its specs or for the rooms inside it', () => {
    const room = 'apps/one/src/room';
    const full = filesIn(room, mostFiles);
    expect(fullRooms([...full, ...filesIn(room, 9, '.spec.ts'), ...filesIn(`${room}/inner`, 9)])).toEqual([]);
    expect(fullRooms([...full, `${room}/one-more.ts`])).toEqual([`${room} has ${mostFiles + 1} files`]);
  });
});

describe('the rooms of apps and libs', () => {
  it('have few enough files to be looked over', () => {
    const files = execFileSync('git', ['ls-files', 'apps/*/src/*', 'libs/*/src/*'], { cwd: root }).toString().trim();
    expect(files.split('\n').length).toBeGreaterThan(1000);
    expect(fullRooms(files.split('\n'))).toEqual([]);
  });
});
