import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';
import {
  CatalogueError,
  loadProviderCatalogue,
  readProviderCatalogue,
  type ProviderCatalogue,
} from './provider-catalogue';
import { proofFactors } from './provider-profile.rules';

const entries: Record<string, object> = JSON.parse(readFileSync(join(__dirname, 'providers.json'), 'utf8'));
const bank = entries['seaside-bank'];
const readWith = (changes: object, code = 'new-bank'): ProviderCatalogue =>
  readProviderCatalogue(JSON.stringify({ [code]: { ...bank, ...changes } }));
const nothing = { factors: ['SMS_CODE'], documents: [], review: false };
const requiring = (operation: string, changes: object) => ({
  requirements: { BIND: nothing, UNBIND: nothing, RESTORE: nothing, [operation]: { ...nothing, ...changes } },
});

describe('the catalogue in providers.json', () => {
  const catalogue = loadProviderCatalogue();

  it('has the first three providers with their policies', () => {
    const policies = [...catalogue.values()].map(
      ({ code, kind, restore, suspend, unbindFee, offlineRevocationWorstCase }) =>
        [
          code,
          kind,
          restore.strategy,
          restore.windowDays,
          suspend.mode,
          unbindFee?.amount.value,
          offlineRevocationWorstCase,
        ].join(' '),
    );
    expect(policies).toEqual(
      expect.arrayContaining([
        'seaside-bank BANK_CARD REACTIVATE 95 NATIVE  PT0S',
        'harbour-bank BANK_CARD REACTIVATE 95 NATIVE  PT0S',
        'cloudgate ACCESS_CARD REBIND_ONLY  EMULATED 500 PT24H',
      ]),
    );
  });

  it('lets a pending payment at a bank block an unbind, a balance and a mandate only warn (requirement 16)', () => {
    expect(catalogue.get('seaside-bank')?.unbindObligations).toEqual({
      balance: 'WARNS',
      pendingPayment: 'BLOCKS',
      mandate: 'WARNS',
    });
  });

  it('names the source of every fee in both languages (requirement 11)', () => {
    expect(catalogue.get('cloudgate')?.unbindFee?.source).toEqual({
      'zh-CN': expect.stringContaining('协助注销'),
      en: expect.stringContaining('assisted removal'),
    });
  });
});

describe('the factors of the catalogue', () => {
  it('are those of verification, which alone can ask for them', () => {
    const schema = readFileSync(join(__dirname, '../../../verification/schema.graphql'), 'utf8');
    const factors = parse(schema).definitions.flatMap((definition) =>
      definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'Factor'
        ? (definition.values ?? []).map(({ name }) => name.value)
        : [],
    );
    expect([...proofFactors]).toEqual(factors);
  });
});

describe('readProviderCatalogue', () => {
  it('takes a provider that is added by configuration alone', () => {
    expect(readWith({}).get('new-bank')).toMatchObject({ code: 'new-bank', kind: 'BANK_CARD' });
  });

  it.each([
    [{ kind: 'LIBRARY_CARD' }, /new-bank\.kind: /],
    [{ name: { en: 'New Bank' } }, /new-bank\.name\.zh-CN: /],
    [
      { restore: { strategy: 'REACTIVATE', windowDays: null } },
      /new-bank\.restore\.windowDays: is null for REBIND_ONLY/,
    ],
    [{ suspend: { mode: 'NONE', by: ['HOLDER'] } }, /new-bank\.suspend\.by: is empty for NONE/],
    [
      { unbindFee: { amount: { value: 500, currency: 'yuan' }, source: { 'zh-CN': '条款', en: 'terms' } } },
      /new-bank\.unbindFee\.amount\.currency: is an ISO 4217 code/,
    ],
    [{ offlineRevocationWorstCase: 'one day' }, /new-bank\.offlineRevocationWorstCase: /],
    [{ limits: { perAccount: 0, perDevice: 1 } }, /new-bank\.limits\.perAccount: /],
    [{ unbindFees: null }, /new-bank: .*unbindFees/],
    [requiring('BIND', { review: true }), /new-bank\.requirements\.BIND\.review: is false: nobody can review yet/],
    [
      requiring('RESTORE', { documents: ['ID_CARD'] }),
      /new-bank\.requirements\.RESTORE\.documents: is empty: documents cannot be asked for yet/,
    ],
    [requiring('UNBIND', { factors: ['SMS_CODE', 'PASSKEY'] }), /new-bank\.requirements\.UNBIND\.factors\.1: /],
    [requiring('BIND', { factors: ['PASSWORD'] }), /new-bank\.requirements\.BIND\.factors\.0: /],
    [requiring('BIND', { factors: [] }), /new-bank\.requirements\.BIND\.factors: /],
  ])('refuses %j and names the field', (changes, message) => {
    expect(() => readWith(changes)).toThrow(CatalogueError);
    expect(() => readWith(changes)).toThrow(message);
  });

  it('names every field at fault at once', () => {
    expect(() => readWith({ kind: 1, confirmation: 'SMOKE' })).toThrow(
      /new-bank\.kind: [\s\S]*new-bank\.confirmation: /,
    );
  });

  it('refuses a code that is not in kebab-case, and text that is not JSON', () => {
    expect(() => readWith({}, 'New Bank')).toThrow(/New Bank: /);
    expect(() => readProviderCatalogue('{')).toThrow(/not JSON/);
  });
});
