import { paysNow } from '../pays-now.words.en';
import { restore } from '../restore.words.en';

export const en = {
  name: 'Card removed at the provider or on the device',
  title: 'Was this you? Your {provider} card is gone',
  body: `Your {provider} card was removed at the provider or on the device; we learned of it on {at, date, moment}.${paysNow} Not you? Open the app and tell us. ${restore}`,
};
