import { otherWords } from './catalogue/agreed-words.rules';
import { sampleOffer, sayLoanTerms } from './catalogue/loan-words.rules';
import { inOrder, loadProviderCatalogue } from './catalogue/provider-catalogue';
import { entryFields } from './catalogue/provider-entry';
import { documentGraceOf } from './catalogue/provider-profile.rules';
import { dueDocumentHold } from './documents/document.rules';
import { decideReview } from './hygiene/binding-review.rules';
import { prepareOperation } from './lifecycle/operation.rules';
import { asksAboutOthers, compareAfterMs } from './operations/comparing/compare-with-provider.rules';
import { queryDelayMs } from './operations/query-backoff.rules';
import { cardKindOf } from './providers/kinds';
import { readBankCard } from './providers/kinds/bank-card/bank-card.rules';
import { endsAgreement } from './providers/styles';
import { isReviewed } from './reviews/review.rules';
import { aBinding, aMembership, aProfile } from './testing/builders';
import { doorsLost } from './unbind-plan/doors-lost.rules';
import { dueHold } from './validity/validity.rules';
import {
  row,
  now,
  other,
  bank,
  lender,
  lent,
  money,
  shown,
  asked,
  required,
  review,
  plan,
  effect,
  blocks,
  blocking,
  held,
  offered,
  moved,
  hasRoom,
  onAndroid,
  agrees,
  creditCheck,
  purpose,
  neededForLoans,
  removed,
  unused,
  pathsIn,
  type Field,
  type Row,
} from './testing/profile-fields/see-fields';

/** Of what is seen this is enough. */
const has = expect.objectContaining.bind(expect);
const [bySms, byMail] = ['SMS_CODE', 'EMAIL_CODE'].map((factor): unknown => has({ factors: [factor] }));
const siteIs = (code: string, name: string): unknown => has({ sites: [{ code, name }] });

/** What each field changes. One without a row does not compile; one whose change is not seen fails. */
const rows: Readonly<Record<Field, Row>> = {
  code: row(
    ({ code }) => inOrder([bank, { ...bank, code }]).size,
    1,
    () => ({ code: 'new-bank' }),
    2,
  ),
  style: row(
    ({ style }) => endsAgreement(style),
    false,
    () => ({ style: 'ALIPAY' }),
    true,
  ),
  kind: row(
    ({ kind }) => cardKindOf(kind).canPay,
    true,
    () => ({ kind: 'ACCESS_CARD' }),
    false,
  ),
  position: row(
    (profile) => [...inOrder([profile, lender]).keys()][0],
    bank.code,
    () => ({ position: lender.position + 1 }),
    lender.code,
  ),
  name: row(shown, has({ names: bank.name }), () => ({ name: other }), has({ names: other })),
  'terms.version': row(
    agrees(bank, ({ terms }) => terms),
    true,
    ({ terms }) => ({ terms: { ...terms, version: 'next' } }),
    false,
  ),
  'terms.text': row(
    agrees(bank, ({ terms }) => terms),
    true,
    ({ terms }) => ({ terms: { ...terms, text: other } }),
    false,
  ),
  'sites.code': row(
    shown,
    siteIs('north-tower', 'North Tower'),
    ({ sites }) => ({ sites: (sites ?? []).map((site) => ({ ...site, code: 'x' })) }),
    siteIs('x', 'North Tower'),
    'northgate',
  ),
  'sites.name': row(
    shown,
    siteIs('north-tower', 'North Tower'),
    ({ sites }) => ({ sites: (sites ?? []).map((site) => ({ ...site, name: other })) }),
    siteIs('north-tower', 'Other'),
    'northgate',
  ),
  elements: row(
    (profile) => readBankCard({ number: '4111111111111111' }, profile, now).ok,
    true,
    () => ({ elements: ['PHONE'] }),
    false,
  ),
  'validity.graceDays': row(
    ({ validity }) => dueHold(aBinding(), { expiresOn: '2026-01-31' }, validity.graceDays, '2026-02-03'),
    'ADD',
    () => ({ validity: { graceDays: 7 } }),
    null,
  ),
  'suspend.mode': row(offered('RESUME', held), false, () => ({ suspend: { mode: 'EMULATED', by: ['HOLDER'] } }), true),
  'suspend.by': row(offered('SUSPEND', aBinding().state), true, () => ({ suspend: { mode: 'NATIVE', by: [] } }), false),
  'restore.strategy': row(
    effect('RESTORABLE'),
    has({ strategy: 'REACTIVATE' }),
    ({ restore }) => ({ restore: { ...restore, strategy: 'REPROVISION' } }),
    has({ strategy: 'REPROVISION' }),
  ),
  'restore.windowDays': row(
    effect('RESTORABLE'),
    has({ windowDays: 95 }),
    ({ restore }) => ({ restore: { ...restore, windowDays: 7 } }),
    has({ windowDays: 7 }),
  ),
  confirmation: row(
    ({ confirmation }) => queryDelayMs(60, 1e9, confirmation),
    60_000,
    () => ({ confirmation: 'POLL' }),
    10_000,
  ),
  operationDeadlineSeconds: row(
    (profile) => prepareOperation('UNBIND', profile, now).deadline,
    '2026-02-03T12:00:30.000Z',
    () => ({ operationDeadlineSeconds: 60 }),
    '2026-02-03T12:01:00.000Z',
  ),
  activationDeadlineDays: row(moved({}), 'NEEDS_STEP', () => ({ activationDeadlineDays: null }), 'MOVES'),
  'unbindFee.amount': row(
    (profile) => plan(profile).fee,
    null,
    () => ({ unbindFee: { amount: money, source: other } }),
    money,
  ),
  'unbindFee.source': row(
    effect('FEE'),
    undefined,
    () => ({ unbindFee: { amount: money, source: other } }),
    has({ source: other }),
  ),
  'unbindObligations.balance': row(blocks('BALANCE'), false, blocking('balance', 'BLOCKS'), true),
  'unbindObligations.pendingPayment': row(blocks('PENDING_PAYMENT'), true, blocking('pendingPayment', 'WARNS'), false),
  'unbindObligations.mandate': row(blocks('MANDATE'), false, blocking('mandate', 'BLOCKS'), true),
  'unbindObligations.loan': row(blocks('LOAN'), false, blocking('loan', 'BLOCKS'), true),
  obligationActs: row(
    (profile) => plan(profile).blockers[0]?.acts,
    ['SETTLE_PENDING'],
    () => ({ obligationActs: [] }),
    [],
  ),
  'purposes.code': row(
    (profile) => creditCheck(profile) !== undefined,
    true,
    purpose({ code: 'REPAYMENT_DEBIT' }),
    false,
    lender.code,
  ),
  'purposes.version': row(agrees(lender, creditCheck), true, purpose({ version: 'next' }), false, lender.code),
  'purposes.text': row(agrees(lender, creditCheck), true, purpose({ text: other }), false, lender.code),
  'loans.version': row(
    ({ loans }) => otherWords({ loans: loans && { ...loans, text: other } }, [lender]).length,
    1,
    () => lent({ version: 'next' }),
    0,
    lender.code,
  ),
  'loans.text': row(
    (profile) => profile.loans && sayLoanTerms(profile.loans, profile, sampleOffer, 'en').length > 5,
    true,
    () => lent({ text: other }),
    false,
    lender.code,
  ),
  'loans.needs': row(
    neededForLoans,
    lender.loans?.needs.length,
    () => lent({ needs: ['CREDIT_CHECK'] }),
    1,
    lender.code,
  ),
  'loans.factors': row(asked('OPEN_LOAN'), bySms, () => lent({ factors: ['EMAIL_CODE'] }), byMail, lender.code),
  'documents.graceDays': row(
    (profile) => dueDocumentHold(aBinding(), '2026-01-31', documentGraceOf(profile), '2026-02-03'),
    'ADD',
    () => ({ documents: { graceDays: 7 } }),
    null,
  ),
  'requirements.BIND.factors': row(asked('BIND'), bySms, required('BIND', { factors: ['EMAIL_CODE'] }), byMail),
  'requirements.BIND.review.documents': row(
    asked('BIND'),
    has({ documents: ['MAINLAND_ID'] }),
    review({ documents: ['PASSPORT'] }),
    has({ documents: ['PASSPORT'] }),
    lender.code,
  ),
  'requirements.BIND.review.reviewers': row(
    asked('BIND'),
    has({ reviewers: 2 }),
    review({ reviewers: 1 }),
    has({ reviewers: 1 }),
    lender.code,
  ),
  'requirements.BIND.review.when': row(
    (profile) => isReviewed(profile.requirements.BIND.review, false),
    true,
    review({ when: 'REBIND' }),
    false,
    lender.code,
  ),
  'requirements.UNBIND.factors': row(
    (profile) => plan(profile).proof.factors,
    ['SMS_CODE'],
    required('UNBIND', { factors: ['EMAIL_CODE'] }),
    ['EMAIL_CODE'],
  ),
  'requirements.RESTORE.factors': row(
    asked('RESTORE'),
    bySms,
    required('RESTORE', { factors: ['EMAIL_CODE'] }),
    byMail,
  ),
  'limits.perAccount': row(hasRoom, true, () => ({ limits: { perAccount: 2, perDevice: null } }), false),
  'limits.perDevice': row(hasRoom, true, () => ({ limits: { perAccount: 5, perDevice: 2 } }), false),
  staleAfterDays: row(
    ({ staleAfterDays }) => decideReview([{ ...unused, staleAfterDays }], null, now).reasons,
    ['STALE'],
    () => ({ staleAfterDays: null }),
    [],
  ),
  cascadesToBindings: row(
    (profile) => asksAboutOthers(removed, profile),
    true,
    () => ({ cascadesToBindings: false }),
    false,
  ),
  offlineRevocationWorstCase: row(
    (profile) => doorsLost(aMembership(), profile, null)[0]?.offlineWorstCase,
    'PT24H',
    () => ({ offlineRevocationWorstCase: 'PT1H' }),
    'PT1H',
    'cloudgate',
  ),
  'deviceMove.carries': row(
    moved({ isBorrowing: true }),
    'LOAN_RUNNING',
    ({ deviceMove }) => ({ deviceMove: { ...deviceMove, carries: ['LOANS'] } }),
    'NEEDS_STEP',
  ),
  'deviceMove.perYear': row(
    moved({}),
    'NEEDS_STEP',
    ({ deviceMove }) => ({ deviceMove: { ...deviceMove, perYear: 2 } }),
    'YEARLY_LIMIT',
  ),
  signalsRemoval: row(
    (profile) => compareAfterMs(profile, 360),
    360,
    () => ({ signalsRemoval: false }),
    90,
  ),
  platforms: row(onAndroid, true, () => ({ platforms: ['IOS'] }), false),
};

describe('every field of a profile changes something', () => {
  it.each(Object.entries(rows))('%s', (_, { of, see, was, change, is }) => {
    const before = aProfile(of);
    expect(see(before)).toEqual(was);
    expect(see({ ...before, ...change(before) })).toEqual(is);
    expect(is).not.toEqual(was);
  });

  it('and none is without a row', () => {
    const named = Object.keys(rows);
    expect([...new Set(named.map((field) => field.split('.')[0]))].sort()).toEqual(['code', ...entryFields].sort());
    const used = [...loadProviderCatalogue().values()].flatMap((profile) => pathsIn(profile));
    expect(used.filter((path) => !named.some((field) => path === field || path.startsWith(`${field}.`)))).toEqual([]);
  });
});
