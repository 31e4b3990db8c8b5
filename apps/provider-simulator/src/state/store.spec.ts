import { mkdtemp, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ClassicLevel } from 'classic-level';
import { openStore, StateBroken, type Store } from './store';

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'store-'));
  ({ store } = await openStore(folder));
});
afterEach(async () => {
  jest.restoreAllMocks();
  await store.close();
  await rm(folder, { recursive: true });
});

const put = (key: string) => store.write({ type: 'put', key, value: { key } });
/** The keys that a new process would find. */
async function keysAfterRestart(): Promise<string[]> {
  await store.close();
  const opened = await openStore(folder);
  store = opened.store;
  return opened.loaded.map(([key]) => key);
}
const lastLog = async () =>
  path.join(folder, (await readdir(folder)).filter((file) => file.endsWith('.log')).at(-1) ?? '');

/** `batch` has several signatures; this is the one of ours. */
type Batch = { batch(changes: readonly unknown[], options: object): Promise<void> };
const spyOnBatch = () => jest.spyOn(ClassicLevel.prototype as unknown as Batch, 'batch');

describe('store', () => {
  it('has everything after a restart, in the order of its keys', async () => {
    for (const key of ['b', 'c', 'a']) put(key);
    store.write({ type: 'del', key: 'c' });
    expect(await keysAfterRestart()).toEqual(['a', 'b']);
  });

  it('takes many changes at once to the disk together, durably', async () => {
    const batch = spyOnBatch();
    for (let index = 0; index < 1_000; index++) put(`card-${index}`);
    await Promise.all(Array.from({ length: 100 }, () => store.flushed()));
    expect(batch.mock.calls.map(([changes, options]) => [changes.length, options])).toEqual([[1_000, { sync: true }]]);
    put('later');
    await store.flushed();
    expect(batch).toHaveBeenCalledTimes(2);
  });

  it('says that it could not write, and has the changes in the next try', async () => {
    spyOnBatch().mockRejectedValueOnce(new Error('disk full'));
    put('a');
    await expect(store.flushed()).rejects.toThrow('disk full');
    put('b');
    await store.flushed();
    expect(await keysAfterRestart()).toEqual(['a', 'b']);
  });

  it('leaves out a batch cut short by a killed process, whole', async () => {
    put('a');
    await store.flushed();
    put('b');
    put('c');
    await store.close();
    const file = await lastLog();
    await truncate(file, (await stat(file)).size - 3);
    expect(await keysAfterRestart()).toEqual(['a']);
  });

  it('belongs to one simulator at a time', async () => {
    await expect(openStore(folder)).rejects.toThrow(/is in use by another simulator/);
  });

  it('is not taken for an empty world when it is broken', async () => {
    put('a');
    await store.close();
    await writeFile(path.join(folder, 'CURRENT'), 'nonsense');
    await expect(openStore(folder)).rejects.toThrow(StateBroken);
    await expect(openStore(folder)).rejects.toThrow(/cannot be read \(.*\); delete it to begin with an empty world/);
  });
});
