export const en = {
  name: 'Card renewed',
  title: 'Your {provider} card was renewed',
  body: '{provider} renewed your card on {at, date, moment}{hasLastDay, select, yes {; its last day is {lastDay, date, wholeDay} now} other {}}{reissued, select, yes {, and it has another number} other {}}. It stays bound, and you need not do anything. If you were not sent a new card, ask {provider}.',
};
