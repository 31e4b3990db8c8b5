import { connectorStyleCodes, abilitiesOf, type ConnectorStyleCode } from '../../providers/styles';
import { loadProviderEntries } from '../provider-catalogue';
import { readProviderEntry } from '../provider-entry';
import { promiseRules } from './promise-faults.rules';
import { sayFault } from './profile-faults.words';

const files = loadProviderEntries();
/** A provider of each style, and what is impossible there. */
const seeds: Readonly<Record<ConnectorStyleCode, string>> = {
  GENERIC: 'seaside-bank',
  ACCESS_CONTROL: 'northgate',
  WECHAT_PAY: 'wechat-pay',
  ALIPAY: 'alipay',
  APPLE_WALLET: 'apple-wallet',
  SELF_CUSTODY: 'token-pocket',
};

const faultsOf = (code: string, fields: object) => {
  const read = readProviderEntry(code, { ...files[code], ...fields });
  return read.ok ? [] : read.error.map(({ field, rule }) => `${field} ${rule}`);
};

const policies = (more: object) => ({
  unbindObligations: { balance: 'IGNORED', pendingPayment: 'IGNORED', mandate: 'IGNORED', ...more },
});
const carries = (...things: string[]) => ({ deviceMove: { carries: things, perYear: null } });
const restore = (strategy: string, windowDays: number | null = 30) => ({ restore: { strategy, windowDays } });
const words = { 'zh-CN': '文字', en: 'words' };
const credit = { code: 'CREDIT_CHECK', version: '1', text: words };
const lends = (needs: string) => ({
  loans: { version: '1', text: words, needs: [needs], factors: ['SMS_CODE'] },
  purposes: [credit],
});

/** What each field could promise, and for providers of which styles nobody could keep it. */
const impossible: readonly (readonly [fault: string, fields: object, of: readonly ConnectorStyleCode[]])[] = [
  [
    'kind KIND_OF_STYLE',
    { kind: 'LENDER_ACCOUNT' },
    ['ACCESS_CONTROL', 'WECHAT_PAY', 'ALIPAY', 'APPLE_WALLET', 'SELF_CUSTODY'],
  ],
  [
    'sites SITES',
    { sites: [{ code: 'x', name: words }] },
    ['GENERIC', 'WECHAT_PAY', 'ALIPAY', 'APPLE_WALLET', 'SELF_CUSTODY'],
  ],
  [
    'elements ELEMENTS',
    { elements: ['PHONE'] },
    ['ACCESS_CONTROL', 'WECHAT_PAY', 'ALIPAY', 'APPLE_WALLET', 'SELF_CUSTODY'],
  ],
  [
    'validity.graceDays LAST_DAY',
    { validity: { graceDays: 1 } },
    ['ACCESS_CONTROL', 'WECHAT_PAY', 'ALIPAY', 'APPLE_WALLET', 'SELF_CUSTODY'],
  ],
  [
    'suspend.mode SUSPEND_MODE',
    { suspend: { mode: 'NATIVE', by: ['HOLDER'] } },
    ['WECHAT_PAY', 'ALIPAY', 'SELF_CUSTODY'],
  ],
  [
    'restore.strategy RESTORE_STRATEGY',
    restore('REACTIVATE'),
    ['ACCESS_CONTROL', 'WECHAT_PAY', 'ALIPAY', 'APPLE_WALLET', 'SELF_CUSTODY'],
  ],
  ['restore.strategy RESTORE_STRATEGY', restore('REPROVISION'), ['GENERIC', 'ACCESS_CONTROL', 'WECHAT_PAY', 'ALIPAY']],
  [
    'confirmation CONFIRMATION',
    { confirmation: 'SYNCHRONOUS' },
    ['GENERIC', 'ACCESS_CONTROL', 'WECHAT_PAY', 'ALIPAY', 'APPLE_WALLET'],
  ],
  ['confirmation CONFIRMATION', { confirmation: 'WEBHOOK' }, ['SELF_CUSTODY']],
  [
    'activationDeadlineDays ACTIVATION',
    { activationDeadlineDays: null },
    ['WECHAT_PAY', 'ALIPAY', 'APPLE_WALLET', 'SELF_CUSTODY'],
  ],
  ['activationDeadlineDays ACTIVATION', { activationDeadlineDays: 31 }, ['ALIPAY', 'SELF_CUSTODY']],
  ...(['balance', 'pendingPayment', 'mandate'] as const).flatMap((what) =>
    ['BLOCKS', 'WARNS'].map(
      (policy) =>
        [
          `unbindObligations.${what} OBLIGATION_UNTOLD`,
          policies({ [what]: policy }),
          ['ACCESS_CONTROL', 'WECHAT_PAY', 'ALIPAY', 'APPLE_WALLET', 'SELF_CUSTODY'],
        ] as const,
    ),
  ),
  ['unbindObligations.loan OBLIGATION_UNTOLD', policies({ loan: 'BLOCKS' }), connectorStyleCodes],
  [
    'obligationActs OBLIGATION_ACTS',
    { obligationActs: ['CANCEL_MANDATE'] },
    ['ACCESS_CONTROL', 'WECHAT_PAY', 'ALIPAY', 'APPLE_WALLET', 'SELF_CUSTODY'],
  ],
  // Of the generic style for cards that no lender has.
  ['purposes LENDING', { purposes: [credit] }, connectorStyleCodes],
  ['purposes LENDING', lends('CREDIT_CHECK'), connectorStyleCodes],
  ['staleAfterDays USES_UNTOLD', { staleAfterDays: 180 }, ['APPLE_WALLET', 'SELF_CUSTODY']],
  ['cascadesToBindings CASCADE', { cascadesToBindings: true }, ['SELF_CUSTODY']],
  ['signalsRemoval REMOVAL_UNTOLD', { signalsRemoval: true }, ['SELF_CUSTODY']],
  [
    'offlineRevocationWorstCase NO_READERS',
    { offlineRevocationWorstCase: 'PT1H' },
    ['GENERIC', 'WECHAT_PAY', 'ALIPAY', 'APPLE_WALLET', 'SELF_CUSTODY'],
  ],
  ['deviceMove.carries CARRIES', carries('NUMBER'), ['ACCESS_CONTROL', 'WECHAT_PAY']],
  [
    'deviceMove.carries CARRIES',
    carries('BALANCE'),
    ['ACCESS_CONTROL', 'WECHAT_PAY', 'ALIPAY', 'APPLE_WALLET', 'SELF_CUSTODY'],
  ],
  ['deviceMove.carries LENDING', carries('LOANS'), connectorStyleCodes],
  ['platforms PLATFORMS', { platforms: ['ANDROID'] }, ['APPLE_WALLET']],
  ['platforms PLATFORMS', { platforms: [] }, ['APPLE_WALLET']],
  ['operationDeadlineSeconds RESTORE_STEP', { operationDeadlineSeconds: 86_400 }, ['APPLE_WALLET']],
];

/** Two fields of one profile that say the opposite, of a provider whose style could do either. */
const contradictions: readonly (readonly [fault: string, code: string, fields: object])[] = [
  ['loans.needs PURPOSES', 'xiaomi-finance', lends('REPAYMENT_DEBIT')],
  ['unbindObligations.loan LOAN_POLICY', 'xiaomi-finance', policies({})],
  ['obligationActs ACT_OF_IGNORED', 'seaside-bank', policies({ balance: 'WARNS', mandate: 'BLOCKS' })],
  ['deviceMove.carries BALANCE_NOT_KEPT', 'sinopec-yijie', restore('REBIND_ONLY', null)],
  ['deviceMove.carries LENDING', 'seaside-bank', carries('LOANS')],
  ['restore.windowDays RESTORE_WINDOW', 'seaside-bank', restore('REBIND_ONLY')],
  ['restore.windowDays RESTORE_WINDOW', 'seaside-bank', restore('REACTIVATE', null)],
  ['suspend.by SUSPEND_OWNERS', 'seaside-bank', { suspend: { mode: 'NONE', by: ['HOLDER'] } }],
  ['limits.perDevice DEVICE_LIMIT', 'seaside-bank', { limits: { perAccount: 2, perDevice: 3 } }],
];

describe('a profile that promises what nobody could keep', () => {
  const each = impossible.flatMap(([fault, fields]) =>
    connectorStyleCodes.map((style) => [style, fault, fields] as const),
  );

  it.each(each)('at %s by %s is refused exactly where it is impossible: %j', (style, fault, fields) => {
    const refused = impossible.some((one) => one[0] === fault && one[1] === fields && one[2].includes(style));
    expect(faultsOf(seeds[style], fields).includes(fault)).toBe(refused);
  });

  it.each(contradictions)('is refused for %s (%s)', (fault, code, fields) =>
    expect(faultsOf(code, fields)).toContain(fault),
  );

  it('is tried for every rule, and each is said in both languages', () => {
    const tried = [...impossible, ...contradictions].map(([fault]) => fault);
    for (const { field, rule } of promiseRules) {
      expect(tried).toContain(`${field} ${rule}`);
      for (const locale of ['en', 'zh-CN'] as const)
        expect(sayFault({ field, rule }, locale).length).toBeGreaterThan(5);
    }
  });

  it('is none of the seeds', () => expect(Object.keys(files).flatMap((code) => faultsOf(code, {}))).toEqual([]));

  it('has a style that is what its code says', () =>
    expect(
      connectorStyleCodes.map((code) => [code, files[seeds[code]]?.style, typeof abilitiesOf(code).suspends]),
    ).toEqual(connectorStyleCodes.map((code) => [code, code, 'boolean'])));
});
