import { paysNow } from '../pays-now.words.en';

export const en = {
  name: 'Suspension lifted',
  title: 'A suspension was lifted',
  body: `A suspension of your {provider} card was lifted on {at, date, moment}. {usable, select, yes {It can be used again.} other {It still cannot be used; the app shows why.}}${paysNow}`,
};
