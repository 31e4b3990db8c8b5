import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Kind, parse } from 'graphql';
import {
  CatalogueError,
  loadProviderCatalogue,
  readProviderCatalogue,
  type ProviderCatalogue,
} from './provider-catalogue';
import type { ProviderProfile } from './provider-profile.rules';

const folder = join(__dirname, 'providers');
const entries: Record<string, object> = Object.fromEntries(
  readdirSync(folder).map((name) => [basename(name, '.json'), JSON.parse(readFileSync(join(folder, name), 'utf8'))]),
);
const bank = entries['seaside-bank'];
const readWith = (changes: object, code = 'new-bank'): ProviderCatalogue =>
  readProviderCatalogue({ [code]: { ...bank, ...changes } });
const nothing = { factors: ['SMS_CODE'], documents: [], review: false };
const requiring = (operation: string, changes: object) => ({
  requirements: { BIND: nothing, UNBIND: nothing, RESTORE: nothing, [operation]: { ...nothing, ...changes } },
});

describe('the catalogue in providers/', () => {
  const catalogue = loadProviderCatalogue();

  it('lists the sites that the simulated world has', () => {
    for (const [code, { sites }] of catalogue) {
      const simulated = (entries[code] as { simulated?: { sites?: { code: string; name: object }[] } }).simulated
        ?.sites;
      expect(sites).toEqual(simulated?.map((site) => ({ code: site.code, name: site.name })) ?? null);
    }
  });

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

describe('the texts of providers', () => {
  const texts = ({ terms, unbindFee }: ProviderProfile) => ({ ...terms, source: unbindFee?.source ?? null });

  /** A consent is kept with the version of the terms: who changes what they say, by the data too, gives them a new one. */
  it('say what they said when their version was given', () => {
    expect(Object.fromEntries([...loadProviderCatalogue()].map(([code, profile]) => [code, texts(profile)]))).toEqual(
      expect.objectContaining({
        'seaside-bank': {
          version: '2026-01',
          text: {
            'zh-CN':
              '您同意海滨银行将此卡号换成仅供本账户使用的支付凭证，并把支付结果告知卡包。您可随时解绑；解绑后 95 天内可恢复。',
            en: 'You agree that Seaside Bank turns this card number into a payment credential for this account only and reports payments to your wallet. You may unbind at any time and restore within 95 days.',
          },
          source: null,
        },
        cloudgate: {
          version: '2026-01',
          text: {
            'zh-CN':
              '您同意云门门禁凭住户编号为本账户签发门禁凭证，并把开门记录告知卡包。解绑收取协助注销费 ¥5.00，且不可恢复，只能重新绑定。离线读卡器最迟 24 小时后才得知解绑。',
            en: 'You agree that CloudGate Access issues a credential for this account from your member number and reports door openings to your wallet. Unbinding costs CN¥5.00 for assisted removal and cannot be undone, only bound again. Offline readers learn of it within 24 hours.',
          },
          source: {
            'zh-CN': '云门门禁服务条款（2026-01）：协助注销费',
            en: 'CloudGate Access terms of service (2026-01): assisted removal',
          },
        },
      }),
    );
  });

  it('follow the data', () => {
    const profile = readWith({
      ...entries.cloudgate,
      obligationActs: [],
      name: { 'zh-CN': '新门禁', en: 'New Gate' },
      unbindFee: { amount: { value: 1, currency: 'USD' }, source: { 'zh-CN': '{name}', en: '{name}, {version}' } },
      offlineRevocationWorstCase: 'PT30M',
    }).get('new-bank');
    expect(profile?.terms.text.en).toMatch(/New Gate .* costs \$0\.01 .* within 1 hour\./);
    expect(profile?.unbindFee?.source).toEqual({ 'zh-CN': '新门禁', en: 'New Gate, 2026-01' });
    expect(readWith({ restore: { strategy: 'REACTIVATE', windowDays: 1 } }).get('new-bank')?.terms.text).toEqual({
      'zh-CN': expect.stringContaining('解绑后 1 天内可恢复'),
      en: expect.stringContaining('within 1 day.'),
    });
  });

  it.each([
    ['a window that there is none of', { restore: { strategy: 'REBIND_ONLY', windowDays: null } }],
    ['a fee that there is none of', { terms: { version: '1', text: { 'zh-CN': '{unbindFee}', en: 'free' } } }],
    ['what nobody knows', { terms: { version: '1', text: { 'zh-CN': '{price}', en: '{price}' } } }],
  ])('are refused when they name %s', (_, changes) =>
    expect(() => readWith(changes)).toThrow(/new-bank: a text says what the entry has not: /),
  );
});

describe('the factors of the catalogue', () => {
  it('are all known to verification, which alone can ask for them', () => {
    const schema = readFileSync(join(__dirname, '../../../verification/schema.graphql'), 'utf8');
    const known = parse(schema).definitions.flatMap((definition) =>
      definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'Factor'
        ? (definition.values ?? []).map(({ name }) => name.value)
        : [],
    );
    const asked = [...loadProviderCatalogue().values()].flatMap(({ requirements }) =>
      Object.values(requirements).flatMap(({ factors }) => factors),
    );
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((factor) => !known.includes(factor))).toEqual([]);
  });
});

describe('readProviderCatalogue', () => {
  it('takes a provider that is added by configuration alone', () => {
    expect(readWith({}).get('new-bank')).toMatchObject({ code: 'new-bank', kind: 'BANK_CARD' });
  });

  it.each([
    [{ kind: 'no kind' }, /new-bank\.kind: /],
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
    [requiring('BIND', { documents: ['PASSPORT'] }), /new-bank\.requirements\.BIND\.documents: is left out, or/],
    [requiring('BIND', { reviewers: 2 }), /new-bank\.requirements\.BIND\.reviewers: is left out, or/],
    [requiring('BIND', { review: true, reviewers: 3 }), /new-bank\.requirements\.BIND\.reviewers: /],
    [requiring('BIND', { review: true, documents: ['LIBRARY_CARD'] }), /new-bank\.requirements\.BIND\.documents\.0: /],
    [requiring('UNBIND', { review: true }), /new-bank\.requirements\.UNBIND\.review: is not asked for/],
    [requiring('RESTORE', { documents: ['ID_CARD'] }), /new-bank\.requirements\.RESTORE\.documents: is not asked for/],
    [
      requiring('UNBIND', { factors: ['SMS_CODE', 'sms code'] }),
      /new-bank\.requirements\.UNBIND\.factors\.1: is a factor that verification offers/,
    ],
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
    const broken = mkdtempSync(join(tmpdir(), 'catalogue-'));
    writeFileSync(join(broken, 'new-bank.json'), '{');
    expect(() => loadProviderCatalogue(broken)).toThrow(/new-bank.json .*not JSON/);
    rmSync(broken, { recursive: true });
  });

  it('refuses to offer what the connector of its style cannot ask for', () =>
    expect(() => readWith({ style: 'WECHAT_PAY', obligationActs: ['CANCEL_MANDATE'] })).toThrow(
      /new-bank\.obligationActs: names only what the connector of its style can ask for/,
    ));

  it('refuses a style that nobody speaks', () =>
    expect(() => readWith({ style: 'TELEX' })).toThrow(/new-bank\.style: /));
});
