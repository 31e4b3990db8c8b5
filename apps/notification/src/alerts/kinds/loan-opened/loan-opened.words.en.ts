export const en = {
  name: 'Loan opened',
  title: '{provider} has lent you {amount}',
  body: 'On {at, date, moment} {provider} opened a loan of {amount} for you.{hasLastDay, select, yes { The first repayment is on {lastDay, date, wholeDay}.} other {}} Not you? Dispute the loan in the app.',
};
