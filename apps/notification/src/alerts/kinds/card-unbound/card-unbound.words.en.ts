import { paysNow } from '../pays-now.words.en';
import { restore } from '../restore.words.en';

export const en = {
  name: 'Card taken off',
  title: 'Your {provider} card was taken off',
  body: `Your {provider} card was taken off on {at, date, moment}.${paysNow} {charged, select, yes {Fee charged: {fee}.} other {No fee was charged.}} ${restore} Receipt: {receipt}.`,
};
