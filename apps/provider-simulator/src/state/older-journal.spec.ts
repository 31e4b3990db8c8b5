import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readOlderJournal } from './older-journal';
import { StateBroken } from './store';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'journal-'))));
afterEach(() => rm(folder, { recursive: true }));
const line = (collection: string, id: string, record: unknown) => JSON.stringify({ collection, id, record }) + '\n';

describe('the journal of an older simulator', () => {
  it('tells what its changes led to; without one there is nothing', async () => {
    const file = path.join(folder, 'world.jsonl');
    expect(await readOlderJournal(file)).toEqual(new Map());
    await writeFile(
      file,
      [
        line('cards', 'a', 1),
        line('smsKeys', 'k', 'x'),
        line('cards', 'b', 2),
        line('cards', 'a', 3),
        line('smsKeys', 'k', null),
      ].join(''),
    );
    const collections = await readOlderJournal(file);
    expect([...collections].map(([name, records]) => [name, [...records]])).toEqual([
      [
        'cards',
        [
          ['a', 3],
          ['b', 2],
        ],
      ],
      ['smsKeys', []],
    ]);
  });

  it('leaves out a last line cut short, and refuses any other that it cannot read', async () => {
    const file = path.join(folder, 'world.jsonl');
    await writeFile(file, line('cards', 'a', 1) + '{"collection":"car');
    expect(await readOlderJournal(file)).toEqual(new Map([['cards', new Map([['a', 1]])]]));
    await appendFile(file, '\n');
    await expect(readOlderJournal(file)).rejects.toThrow(StateBroken);
    await expect(readOlderJournal(file)).rejects.toThrow(/jsonl:2 is not JSON; delete the file/);
  });
});
