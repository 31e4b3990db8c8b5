export const en = {
  'state.OPENING': 'The lender is asked. Nothing is lent yet.',
  'state.RUNNING': 'Lent and not paid back.',
  'state.REFUSED': 'The lender opened no loan.',
  'state.SETTLED': 'Paid back.',
  'state.REVOKING': 'Found not to be yours. The lender is asked to revoke it; you need not pay.',
  'state.REVOKED': 'Revoked by the lender. You owe nothing.',
  LENDS_NOTHING: 'This provider lends nothing through here.',
  NOT_USABLE_NOW: 'Nothing can be lent through this account now: it is held, or the lender has not answered yet.',
  CONSENT_MISSING: 'The lender may not look at an application before you allow what it needs.',
  NOTHING_OFFERED: 'The lender offers you nothing now.',
  LOAN_OFFER_STALE: 'This offer is over or was taken already. Ask for offers again.',
  TERMS_CHANGED: 'What you agreed to are not the words of this offer. Read them and agree again.',
} as const;
