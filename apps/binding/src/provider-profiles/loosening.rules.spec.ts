import { loadProviderEntries } from '../catalogue/provider-catalogue';
import { entryFields, readKeptEntry } from '../catalogue/provider-entry';
import type { ProviderProfile } from '../catalogue/provider-profile.rules';
import { loosenedBy, looseningRules } from './loosening.rules';

const files = loadProviderEntries();

function read(code: string, fields: object = {}): ProviderProfile {
  const profile = readKeptEntry(code, files[code], { ...files[code], ...fields });
  if (!profile.ok) throw new Error(JSON.stringify(profile.error));
  return profile.value;
}

const act = (more: object = {}) => ({ factors: ['SMS_CODE'], documents: [], review: false, ...more });
const requirements = (bind: object = {}) => ({ BIND: act(bind), UNBIND: act(), RESTORE: act() });
const looked = (more: object = {}) => requirements({ review: true, ...more });

/** Its terms name a window. */
const comesBackNever = {
  restore: { strategy: 'REBIND_ONLY', windowDays: null },
  terms: { version: '2026-02', text: { 'zh-CN': '不可恢复。', en: 'It does not come back.' } },
};

/** Of one provider: what is looser, by which field, and in which way; the other way round nothing is. */
const pairs: readonly (readonly [field: string, kind: string, code: string, tight: object, loose: object])[] = [
  ['elements', 'FEWER', 'lotus-bank', {}, { elements: ['HOLDER_NAME', 'ID_NUMBER'] }],
  ['validity.graceDays', 'LONGER', 'lotus-bank', {}, { validity: { graceDays: 8 } }],
  ['suspend.mode', 'WEAKER', 'seaside-bank', {}, { suspend: { mode: 'EMULATED', by: ['HOLDER'] } }],
  ['suspend.by', 'FEWER', 'seaside-bank', {}, { suspend: { mode: 'NATIVE', by: [] } }],
  ['restore.windowDays', 'LONGER', 'seaside-bank', {}, { restore: { strategy: 'REACTIVATE', windowDays: 96 } }],
  ['restore.strategy', 'WEAKER', 'seaside-bank', comesBackNever, {}],
  ['platforms', 'MORE', 'seaside-bank', { platforms: ['IOS'] }, { platforms: ['IOS', 'ANDROID'] }],
  ['platforms', 'MORE', 'seaside-bank', { platforms: ['IOS'] }, {}],
  ['activationDeadlineDays', 'LONGER', 'seaside-bank', {}, { activationDeadlineDays: 31 }],
  ...['balance', 'pendingPayment', 'mandate'].map((what) => {
    const blocks = { balance: 'BLOCKS', pendingPayment: 'BLOCKS', mandate: 'BLOCKS' };
    const unbindObligations = { ...blocks, [what]: 'WARNS' };
    const field = `unbindObligations.${what}`;
    return [field, 'WEAKER', 'seaside-bank', { unbindObligations: blocks }, { unbindObligations }] as const;
  }),
  ['obligationActs', 'MORE', 'seaside-bank', { obligationActs: ['CANCEL_MANDATE'] }, {}],
  ...[
    [looked(), requirements()],
    [looked({ reviewers: 2 }), looked()],
    [looked(), looked({ reviewWhen: 'REBIND' })],
    [looked({ documents: ['PASSPORT'] }), looked({ documents: ['MAINLAND_ID', 'PASSPORT'] })],
    [looked({ documents: ['PASSPORT'] }), looked()],
  ].map(([tight, loose]) => {
    const field = 'requirements.BIND.review';
    return [field, 'FEWER', 'seaside-bank', { requirements: tight }, { requirements: loose }] as const;
  }),
  ['limits.perAccount', 'MORE', 'seaside-bank', {}, { limits: { perAccount: 6, perDevice: null } }],
  ['limits.perAccount', 'MORE', 'seaside-bank', {}, { limits: { perAccount: null, perDevice: null } }],
  ['limits.perDevice', 'MORE', 'seaside-bank', { limits: { perAccount: 5, perDevice: 2 } }, {}],
  ['staleAfterDays', 'LONGER', 'seaside-bank', {}, { staleAfterDays: null }],
  ['cascadesToBindings', 'WEAKER', 'seaside-bank', {}, { cascadesToBindings: false }],
  ['offlineRevocationWorstCase', 'LONGER', 'northgate', {}, { offlineRevocationWorstCase: 'PT2H' }],
  [
    'deviceMove.carries',
    'WEAKER',
    'seaside-bank',
    {},
    { deviceMove: { carries: ['NUMBER', 'BALANCE', 'HISTORY'], perYear: null } },
  ],
  ['deviceMove.perYear', 'MORE', 'seaside-bank', { deviceMove: { carries: ['NUMBER', 'HISTORY'], perYear: 2 } }, {}],
  ['signalsRemoval', 'WEAKER', 'seaside-bank', {}, { signalsRemoval: false }],
  ['documents.graceDays', 'LONGER', 'harvest-loans', {}, { documents: { graceDays: 16 } }],
];

describe('what loosens a profile', () => {
  it.each(pairs)('is %s, %s, where %s has it', (field, kind, code, tight, loose) => {
    const [before, after] = [read(code, tight), read(code, loose)];
    expect(loosenedBy(before, after)).toContainEqual({ field, kind });
    expect(loosenedBy(after, before)).not.toContainEqual(expect.objectContaining({ field }));
  });

  it('is another factor that is enough, in whatever place, and not one that is no more', () => {
    const before = read('seaside-bank');
    const other = { factors: ['SMS_CODE', 'EMAIL_CODE'] };
    const after = { ...before, requirements: { ...before.requirements, UNBIND: other } };
    expect(loosenedBy(before, after)).toEqual([{ field: 'requirements.UNBIND.factors', kind: 'MORE' }]);
    expect(loosenedBy(after, before)).toEqual([]);
  });

  it('is lending, a purpose, and a loan that needs less or is blocked by less', () => {
    const lender = read('harvest-loans');
    const { loans, purposes = [], ...rest } = lender;
    if (!loans) throw new Error('it lends');
    expect(loosenedBy({ ...rest, purposes: [], loans: null }, lender)).toEqual([
      { field: 'purposes', kind: 'MORE' },
      { field: 'loans.factors', kind: 'MORE' },
    ]);
    expect(loosenedBy(lender, { ...rest, purposes, loans: null })).toEqual([]);
    const easier = { ...lender, loans: { ...loans, needs: ['CREDIT_CHECK' as const] } };
    expect(loosenedBy(lender, easier)).toEqual([{ field: 'loans.needs', kind: 'FEWER' }]);
    const { loan: _, ...unbindObligations } = lender.unbindObligations;
    expect(loosenedBy(lender, { ...lender, unbindObligations })).toEqual([
      { field: 'unbindObligations.loan', kind: 'WEAKER' },
    ]);
  });

  it('is a time to activate that becomes what is usual, or was that', () => {
    const [usual, said] = [read('seaside-bank', { activationDeadlineDays: null }), read('seaside-bank')];
    for (const [before, after] of [
      [usual, said],
      [said, usual],
    ] as const)
      expect(loosenedBy(before, after)).toEqual([{ field: 'activationDeadlineDays', kind: 'LONGER' }]);
    expect(loosenedBy(usual, usual)).toEqual([]);
  });

  it('is loans that a move takes along, or leaves behind', () => {
    const lender = read('xiaomi-finance');
    const without = {
      ...lender,
      deviceMove: { ...lender.deviceMove, carries: ['NUMBER' as const, 'HISTORY' as const] },
    };
    for (const [before, after] of [
      [lender, without],
      [without, lender],
    ] as const)
      expect(loosenedBy(before, after)).toEqual([{ field: 'deviceMove.carries', kind: 'WEAKER' }]);
  });

  it('is a longer wait for an answer, and a shorter one', () => {
    for (const operationDeadlineSeconds of [29, 31])
      expect(loosenedBy(read('seaside-bank'), read('seaside-bank', { operationDeadlineSeconds }))).toEqual([
        { field: 'operationDeadlineSeconds', kind: 'WEAKER' },
      ]);
  });

  it('is not what is shown, said or charged', () => {
    const terms = { version: 'other', text: { 'zh-CN': '别的', en: 'Other words.' } };
    const unbindFee = { amount: { value: 5, currency: 'CNY' }, source: terms.text };
    const after = read('seaside-bank', { position: 1, name: terms.text, terms, unbindFee, confirmation: 'POLL' });
    expect(loosenedBy(read('seaside-bank'), after)).toEqual([]);
  });

  it('is anything, where what is in force cannot be read', () => {
    expect(loosenedBy(null, read('seaside-bank'))).toEqual([{ field: '', kind: 'UNREADABLE' }]);
  });

  it('is known of every field that an entry may have', () => {
    expect(Object.keys(looseningRules).sort()).toEqual(['code', ...entryFields].sort());
  });
});
