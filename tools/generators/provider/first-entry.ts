interface Names {
  readonly 'zh-CN': string;
  readonly en: string;
}

/** As the other providers ask, until its own terms are written; any factor that verification offers may stand here. */
const proof = { factors: ['SMS_CODE'], documents: [], review: false };

/** The entry of the first provider of a kind: it promises least and asks for no fee, until its own terms are written. */
export const firstEntry = (kind: string, name: Names, canPay: boolean) => ({
  style: 'GENERIC',
  kind,
  name,
  terms: {
    version: '2026-01',
    text: {
      'zh-CN':
        '您同意{name}将此号码换成仅供本账户使用的凭证，并把使用记录告知卡包。您可随时解绑；解绑后不可恢复，只能重新绑定。',
      en: 'You agree that {name} turns this number into a credential for this account only and reports its use to your wallet. You may unbind at any time; that cannot be undone, only bound again.',
    },
  },
  suspend: { mode: 'EMULATED', by: ['HOLDER'] },
  restore: { strategy: 'REBIND_ONLY', windowDays: null },
  confirmation: 'WEBHOOK',
  operationDeadlineSeconds: 30,
  activationDeadlineDays: 30,
  unbindFee: null,
  unbindObligations: { balance: 'WARNS', pendingPayment: 'BLOCKS', mandate: 'WARNS' },
  requirements: { BIND: proof, UNBIND: proof, RESTORE: proof },
  limits: { perAccount: 5, perDevice: null },
  cascadesToBindings: true,
  offlineRevocationWorstCase: 'PT0S',
  deviceMove: { carries: ['HISTORY'], perYear: null },
  signalsRemoval: true,
  ...(canPay && { simulated: { uses: ['PAYMENT'] } }),
});
