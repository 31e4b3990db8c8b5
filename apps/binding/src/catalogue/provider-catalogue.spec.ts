import {
  CatalogueError,
  loadProviderCatalogue,
  readProviderCatalogue,
  type ProviderCatalogue,
} from './provider-catalogue';

const { code: _, ...bank } = loadProviderCatalogue().get('seaside-bank') ?? { code: '' };
const readWith = (changes: object, code = 'new-bank'): ProviderCatalogue =>
  readProviderCatalogue(JSON.stringify({ [code]: { ...bank, ...changes } }));

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
