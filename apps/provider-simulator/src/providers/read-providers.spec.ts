import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { providers } from '../testing/catalogue';
import { placedDoors } from './provider';
import { readProviders } from './read-providers';

const entry = {
  kind: 'BANK_CARD',
  name: { 'zh-CN': '山间银行', en: 'Mountain Bank' },
  restore: { strategy: 'REACTIVATE', windowDays: 30 },
  suspend: { mode: 'NATIVE', by: ['HOLDER'] },
};

describe('the providers of the catalogue', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'catalogue-'));
    file = path.join(folder, 'providers.json');
  });
  afterEach(() => rm(folder, { recursive: true }));
  const readWith = async (changes: object) => {
    await writeFile(file, JSON.stringify({ 'mountain-bank': { ...entry, ...changes } }));
    return readProviders(file, { 'mountain-bank': 'secret' });
  };

  it('offer outside what the platform offers its holders', () => {
    const offered = [...providers.values()].map(({ code, kind, restoreWindowDays, canSuspend }) =>
      [code, kind, restoreWindowDays, canSuspend].join(' '),
    );
    expect(offered).toEqual(
      expect.arrayContaining([
        'seaside-bank BANK_CARD 95 true',
        'harbour-bank BANK_CARD 95 true',
        'cloudgate ACCESS_CARD  false',
      ]),
    );
    expect(placedDoors(providers).map(({ door }) => door.id)).toContain('riverside-garage');
  });

  it('need not say how they are simulated when they are banks', async () => {
    expect((await readWith({})).get('mountain-bank')).toEqual({
      code: 'mountain-bank',
      kind: 'BANK_CARD',
      name: entry.name,
      restoreWindowDays: 30,
      canSuspend: true,
      refusedEndings: ['0002'],
      activationEndings: ['0003'],
    });
    expect((await readWith({ simulated: { refusedEndings: ['9'] } })).get('mountain-bank')).toMatchObject({
      refusedEndings: ['9'],
      activationEndings: ['0003'],
    });
  });

  it.each([
    [{ kind: 'LIBRARY_CARD' }, /mountain-bank\.kind: /],
    [{ kind: 'ACCESS_CARD' }, /mountain-bank\.simulated: /],
    [{ simulated: { refusedEnding: [] } }, /mountain-bank\.simulated: .*refusedEnding/],
    [{ restore: {} }, /mountain-bank\.restore\.windowDays: /],
  ])('are refused with %j, and the field is named', (changes, message) =>
    expect(readWith(changes)).rejects.toThrow(message),
  );

  it('are refused without their secrets, and when there is no catalogue', async () => {
    await readWith({});
    expect(() => readProviders(file, {})).toThrow(/PROVIDER_SECRETS has no secret of mountain-bank/);
    expect(() => readProviders(path.join(folder, 'gone.json'), {})).toThrow(/PROVIDERS_PATH cannot be read: ENOENT/);
  });
});
