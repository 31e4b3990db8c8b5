export const en = {
  name: 'Card expires soon',
  title: 'Your {provider} card expires soon',
  body: '{hasLastDay, select, yes {The last day of your {provider} card is {lastDay, date, wholeDay}.} other {Your {provider} card expires soon.}} {hasGrace, select, yes {It is still taken until the end of {worksUntil, date, wholeDay}; after that it cannot be used.} other {After that it cannot be used.}} If {provider} renews it, it stays bound and you need not do anything. If you get a new card that the app does not show, bind that one.',
};
