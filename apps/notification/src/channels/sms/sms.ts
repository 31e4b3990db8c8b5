import { createSmsCarrier } from '@bindery/delivery-channels';
import { signText } from '@bindery/localisation';
import { isMobileNumber, maskPhone } from '@bindery/values';
import type { OutboundChannelModule } from '../channel';
import { smsTraits } from './sms.rules';
import { createSmsSender } from './sms-sender';

export const sms: OutboundChannelModule<'SMS'> = {
  code: smsTraits.code,
  description: 'A text message to a confirmed phone.',
  write: ({ body }, locale) => signText(body, locale),
  maskAddress: maskPhone,
  connect: ({ SMS_CARRIER_URL: baseUrl, SMS_CARRIER_KEY: key, PHONE_COUNTRIES: countries }) => ({
    sender: createSmsSender(createSmsCarrier({ baseUrl, key, isServed: (phone) => isMobileNumber(phone, countries) })),
  }),
};
