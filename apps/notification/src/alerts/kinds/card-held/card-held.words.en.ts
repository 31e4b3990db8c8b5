import { paysNow } from '../pays-now.words.en';

export const en = {
  name: 'Card suspended',
  title: 'Your {provider} card is suspended',
  body: `Your {provider} card was suspended on {at, date, moment} by {owner}. It is blocked here for now.${paysNow} The app shows the reason, what can be done, and what that does not stop.`,
};
