export const en = {
  purpose: 'To bind a card of {provider} and keep it usable',
  'purpose.loan': 'To open one loan at {provider}',
  CONSENT_OF_LOAN: 'This consent opened a loan, which is not undone by taking it back.',
  ofLoanToDispute:
    'This consent opened a loan, which is not undone by taking it back. If it was not you, dispute the loan.',
  PURPOSE_UNKNOWN: 'This provider does not ask to be allowed that.',
  TERMS_CHANGED: 'What you agreed to is not what the provider asks for now. Read its words and agree again.',
  CONSENT_IN_USE: 'A card is bound by this consent. Take it off by its plan, and the consent ends with it.',
  CONSENT_ENDED: 'The card of this consent is off: nothing goes on under it.',
} as const;
