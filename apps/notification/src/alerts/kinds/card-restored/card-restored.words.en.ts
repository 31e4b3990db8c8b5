import { paysNow } from '../pays-now.words.en';

export const en = {
  name: 'Card restored',
  title: 'Your {provider} card is restored',
  body: `Your {provider} card was restored on {at, date, moment} and is bound again.${paysNow} Not you? Take it off in the app.`,
};
