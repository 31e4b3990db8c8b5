import { z } from 'zod';
import { defineEvent } from '../define-event';
import { accountId, at, day, id, keyword, localised, money, openWord, slug } from '../fields';

const topic = 'bindery.binding';
const key = 'loanId';

/** What every event of a loan tells. */
const loanFields = {
  loanId: id('loan', 'the loan'),
  bindingId: id('binding', 'the binding it was opened with'),
  cardId: id('card', 'its card'),
  accountId,
  provider: slug('code of the lender'),
  providerName: localised('name of the lender, to be shown').optional(),
  principal: money('what is lent'),
  months: z.int().positive().describe('how many repayments, one a month'),
  at,
};

export const loanRequested = defineEvent({
  type: 'bindery.loan.requested.v1',
  topic,
  key,
  description: 'The holder took an offer, proved that it was them and agreed to its words; its lender is asked.',
  data: z.object({
    ...loanFields,
    annualRateBps: z.int().min(0).describe('rate per year in hundredths of a percent: 1440 is 14.4%'),
    consentId: id('consent', 'the consent to the words of the offer'),
  }),
});

export const loanOpened = defineEvent({
  type: 'bindery.loan.opened.v1',
  topic,
  key,
  description: 'The lender confirmed the loan: it runs.',
  data: z.object({ ...loanFields, firstRepaymentOn: day('day of the first repayment') }),
});

export const loanRefused = defineEvent({
  type: 'bindery.loan.refused.v1',
  topic,
  key,
  description: 'The lender opened no loan.',
  data: z.object({ ...loanFields, cause: keyword('why, as the lender says') }),
});

export const loanEnded = defineEvent({
  type: 'bindery.loan.ended.v1',
  topic,
  key,
  description: 'A loan is over: paid back, or revoked by its lender after an upheld dispute.',
  data: z.object({
    ...loanFields,
    outcome: openWord(['SETTLED', 'REVOKED'], 'how it ended'),
    refunded: money('what its lender gives back of what was paid; absent where nothing was').optional(),
  }),
});
