import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ZodError } from 'zod';
import { createCompanies } from '../styles';
import { providers } from '../testing/catalogue';
import { placedDoors } from './provider';
import { readProviders } from './read-providers';

const entry = {
  position: 10,
  style: 'GENERIC',
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
    file = path.join(folder, 'mountain-bank.json');
  });
  afterEach(() => rm(folder, { recursive: true }));
  const readWith = async (changes: object) => {
    await writeFile(file, JSON.stringify({ ...entry, ...changes }));
    return readProviders(folder);
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
    const refused = async (changes: object) => {
      const bank = (await readWith(changes)).get('mountain-bank');
      const known = ['4000000000000002', '4000000000090003', '4111111111111111'].map((cardNumber) => {
        const card = bank?.handIn({ cardNumber }, new Date());
        return card?.ok ? card.value.card.needsActivation : card?.error.kind;
      });
      return [bank?.restoreWindowDays, bank?.canSuspend, ...known];
    };
    expect(await refused({})).toEqual([30, true, 'CARD_NOT_ACCEPTED', true, false]);
    expect(await refused({ simulated: { refusedEndings: ['1111'] } })).toEqual([
      30,
      true,
      false,
      true,
      'CARD_NOT_ACCEPTED',
    ]);
  });

  it('can be of a kind nobody told the simulator of', async () => {
    const library = (await readWith({ kind: 'LIBRARY_CARD' })).get('mountain-bank');
    const handIn = (fields: object) => library?.handIn(fields, new Date());
    expect(handIn({ number: 'AB1234' })).toEqual({
      ok: true,
      value: {
        identity: expect.any(String),
        card: { lastFour: '1234', needsActivation: false },
        told: { lastFour: '1234' },
      },
    });
    expect(handIn({ branch: 'east', reader: '770003' })).toMatchObject({
      value: { card: { lastFour: '0003', needsActivation: true } },
    });
    expect(handIn({ reader: '770003', branch: 'east' })).toEqual(handIn({ branch: 'east', reader: '770003' }));
    expect(handIn({ number: 'AB0002' })).toEqual({ ok: false, error: { kind: 'NUMBER_UNKNOWN' } });
    for (const fields of [{}, { number: 7 }, { number: '' }]) expect(() => handIn(fields)).toThrow(ZodError);
    expect(library?.uses).toEqual([]);
    const paying = await readWith({ kind: 'LIBRARY_CARD', simulated: { uses: ['PAYMENT'] } });
    expect(paying.get('mountain-bank')?.uses).toEqual(['PAYMENT']);
  });

  it.each([
    [{ kind: undefined }, /mountain-bank\.kind: /],
    [{ kind: 'LIBRARY_CARD', simulated: { uses: ['FLYING'] } }, /mountain-bank\.simulated\.uses\.0: /],
    [{ kind: 'LIBRARY_CARD', simulated: { sites: [] } }, /mountain-bank\.simulated: .*sites/],
    [{ kind: 'ACCESS_CARD' }, /mountain-bank\.simulated: /],
    [{ simulated: { refusedEnding: [] } }, /mountain-bank\.simulated: .*refusedEnding/],
    [{ restore: {} }, /mountain-bank\.restore\.windowDays: /],
  ])('are refused with %j, and the field is named', (changes, message) =>
    expect(readWith(changes)).rejects.toThrow(message),
  );

  it('are refused when there is no catalogue', () => {
    expect(() => readProviders(path.join(folder, 'gone'))).toThrow(/PROVIDERS_PATH cannot be read: ENOENT/);
  });

  it('are refused without keys of their style', async () => {
    const providers = await readWith({});
    expect(() => createCompanies(providers, {})).toThrow(
      /PROVIDER_KEYS has no keys of the style GENERIC for mountain-bank/,
    );
    const unknown = await readWith({ style: 'TELEX' });
    expect(() => createCompanies(unknown, {})).toThrow(
      /nobody simulates the style TELEX, which provider mountain-bank has/,
    );
  });
});
