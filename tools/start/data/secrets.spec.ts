import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { providerCodes } from '../provider-catalogue';
import { readOrMakeSecrets } from './secrets';

describe('the secrets of a data folder', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'secrets-'));
    file = join(folder, 'secrets.json');
  });
  afterEach(() => rm(folder, { recursive: true }));
  const kept = async () => JSON.parse(await readFile(file, 'utf8'));

  it('are made once, for every provider of the catalogue, for their owner only', async () => {
    const made = await readOrMakeSecrets(folder);
    expect(Object.keys(made.providerSecrets)).toEqual(providerCodes());
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const before = await stat(file);
    expect(await readOrMakeSecrets(folder)).toEqual(made);
    expect((await stat(file)).ino).toBe(before.ino);
  });

  it('are made for a provider that was added since, and the others stay', async () => {
    const made = await readOrMakeSecrets(folder, ['seaside-bank', 'cloudgate']);
    const now = await readOrMakeSecrets(folder, ['seaside-bank', 'mountain-bank']);
    expect(now).toEqual({
      ...made,
      providerSecrets: { ...made.providerSecrets, 'mountain-bank': expect.stringMatching(/^whsec_.{32}$/) },
    });
    expect(await kept()).toEqual(now);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readOrMakeSecrets(folder, ['seaside-bank', 'mountain-bank'])).toEqual(now);
  });

  it('of a version without keys of the gateway get them', async () => {
    const { gatewayKeys: _, ...older } = await readOrMakeSecrets(folder);
    await writeFile(file, JSON.stringify(older));
    const now = await readOrMakeSecrets(folder);
    expect(now).toEqual({ ...older, gatewayKeys: expect.objectContaining({ binding: expect.any(String) }) });
    expect(await kept()).toEqual(now);
  });

  it.each(['', '{}', '[1'])('are never made anew over a file that holds %j', async (text) => {
    await writeFile(file, text);
    await expect(readOrMakeSecrets(folder)).rejects.toThrow(/secrets\.json cannot be read/);
    expect(await readFile(file, 'utf8')).toBe(text);
  });
});
