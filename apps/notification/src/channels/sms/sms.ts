import { createSmsCarrier } from '@bindery/delivery-channels';
import { isMobileNumber, maskPhone } from '@bindery/values';
import type { OutboundChannelModule } from '../channel';
import { smsTraits } from './sms.rules';
import { createSmsSender } from './sms-sender';
import { say } from './sms.words';

export const sms: OutboundChannelModule<'SMS'> = {
  code: smsTraits.code,
  description: 'A text message to a confirmed phone.',
  write: ({ body }, locale) => say(locale, 'message', { body }),
  maskAddress: maskPhone,
  connect: ({ SMS_CARRIER_URL: baseUrl, SMS_CARRIER_KEY: key, PHONE_COUNTRIES: countries }) => ({
    sender: createSmsSender(createSmsCarrier({ baseUrl, key, isServed: (phone) => isMobileNumber(phone, countries) })),
  }),
};
