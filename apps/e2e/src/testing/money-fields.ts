import { byBinding, byId, input, mutation, problem, query, type RootField } from './root-field';

/** What was offered about what hangs on a card, under its digest. */
const offered = (bindingId: string) => input({ bindingId, planDigest: 'x'.repeat(43), proof: 'no.real.proof' });

/** Root fields about loans, and about what hangs on cards. */
export const moneyFields = {
  loanOffers: {
    document: query('loanOffers(bindingId: $id)', problem),
    about: byId,
    of: 'binding',
    anonymous: 'refused',
  },
  openLoan: {
    document: mutation('openLoan'),
    about: (bindingId) =>
      input({
        ...{ bindingId, offerId: 'offer_01h455vb4pex5vsknk084sn02q', proof: 'no.real.proof' },
        consent: { version: '1', text: 'We lend.' },
      }),
    of: 'binding',
    anonymous: 'refused',
  },
  giveConsent: {
    document: mutation('giveConsent'),
    about: (bindingId) =>
      input({ bindingId, purpose: 'CREDIT_CHECK', consent: { version: '1', text: 'We ask a bureau.' } }),
    of: 'binding',
    anonymous: 'refused',
  },
  renewDocument: { document: mutation('renewDocument'), about: byBinding, of: 'binding', anonymous: 'refused' },
  cancelMandate: { document: mutation('cancelMandate'), about: offered, of: 'binding', anonymous: 'refused' },
  moveMandate: {
    document: mutation('moveMandate'),
    about: (bindingId) => input({ ...offered(bindingId).input, consent: { text: 'It moves.' } }),
    of: 'binding',
    anonymous: 'refused',
  },
  settlePending: { document: mutation('settlePending'), about: offered, of: 'binding', anonymous: 'refused' },
  withdrawBalance: { document: mutation('withdrawBalance'), about: offered, of: 'binding', anonymous: 'refused' },
  setPaymentOrder: {
    document: mutation('setPaymentOrder'),
    about: (cardId) => input({ cardIds: [cardId] }),
    of: 'card',
    anonymous: 'refused',
  },
} satisfies Readonly<Record<string, RootField>>;
