/** What is looked into, and what can be done. */
const what = `{matter, select,
  DIVERGED {{provider} sees your card otherwise than we do. It stays blocked until that is cleared up.}
  REFUSED {{provider} would not block your card. It is blocked here.}
  REVOCATION {A reader has not confirmed that your {provider} card is off. Online checks refuse it.}
  OBLIGATION_OVERDUE {{provider} has not said in time what became of a recurring payment, a pending one or a balance of your card. We keep asking.}
  MANDATE_LEFT {Recurring payments of your replaced {provider} card did not go over to the new one and stop with the old one{named, select, yes {: {mandates}. Give these merchants your new card.} other {. The app shows the card; give the merchants the new one.}}}
  LENDER_OVERDUE {{provider} has not answered in time. Nothing is sent to it twice; we keep asking.}
  LENDER_REFUSED {{provider} has not done what you are entitled to. It stands as done here.}
  other {There is something about your {provider} card that has to be cleared up. The app shows what.}}`;

export const en = {
  name: 'We look into something',
  title: 'We look into something about your {provider} card',
  body: `${what} We look into it{timed, select, yes { and answer by {until, date, moment}} other {}}.`,
};
