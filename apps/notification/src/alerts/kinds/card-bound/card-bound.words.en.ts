import { paysNow } from '../pays-now.words.en';

export const en = {
  name: 'Card bound',
  title: 'Your {provider} card is bound',
  body: `Your {provider} card was bound on {at, date, moment}.{agreed, select, yes { You agreed to its terms (version {version}).} other {}}${paysNow} Not you? Take it off in the app.`,
};
