/** What was looked into. */
const what = `{matter, select,
  DIVERGED {that {provider} saw it otherwise than we do}
  OVERDUE {that {provider} did not answer in time}
  REFUSED {that {provider} would not block it}
  REVOCATION {that a reader had not confirmed that it is off}
  DISPUTE_OVERDUE {that your dispute was not decided in time}
  OBLIGATION_OVERDUE {what became of a recurring payment, a pending one or a balance}
  MANDATE_LEFT {recurring payments that did not go over to it}
  CHARGED_AFTER_UNBIND {that it was charged after it was taken off}
  OPENED_AFTER_UNBIND {that a door opened to it after it was taken off}
  USED_WHILE_HELD {that it was used while it was blocked}
  COLLECTED_WITHOUT_CONSENT {that {provider} collected without your consent}
  LENDER_OVERDUE {that {provider} did not answer in time}
  LENDER_REFUSED {that {provider} had not done what you are entitled to}
  other {what the app shows}}`;

export const en = {
  name: 'What we looked into has ended',
  title: 'What we looked into about your {provider} card has ended',
  body: `We looked into something about your {provider} card: ${what}. {ended, select, ITSELF {It has settled by itself on {at, date, moment}.} other {We closed it on {at, date, moment}{answered, select, yes {: {answer}} other {. The app says why.}}}}`,
};
