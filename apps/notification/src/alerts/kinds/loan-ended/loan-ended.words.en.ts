export const en = {
  name: 'Loan over',
  title: 'Your loan at {provider} is over',
  body: '{cause, select, REVOKED {{provider} revoked the loan of {amount} on {at, date, moment}: you owe nothing.} other {The loan of {amount} at {provider} is paid back since {at, date, moment}.}}{refunded, select, yes { {fee} that was paid comes back to you.} other {}}',
};
