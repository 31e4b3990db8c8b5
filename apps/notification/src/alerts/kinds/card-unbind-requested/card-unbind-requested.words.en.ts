import { paysNow } from '../pays-now.words.en';

export const en = {
  name: 'Card being taken off',
  title: 'Your {provider} card is being taken off',
  body: `Your {provider} card is being taken off since {at, date, moment} and cannot be used any more.${paysNow} Not you? Reset your password and end other sessions in the app at once.`,
};
