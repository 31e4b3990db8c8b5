import { createMailer } from '@bindery/delivery-channels';
import { maskMail } from '@bindery/values';
import type { OutboundChannelModule } from '../channel';
import { createMailSender } from './mail-sender';
import { mailTraits } from './mail.rules';
import { say } from './mail.words';

export const mail: OutboundChannelModule<'EMAIL'> = {
  code: mailTraits.code,
  description: 'A mail to a confirmed mailbox.',
  write: ({ body, critical }, locale) => say(locale, 'message', { body, critical: critical ? 'yes' : 'no' }),
  maskAddress: maskMail,
  connect({ SMTP_URL: url, MAIL_FROM: from }) {
    const mailer = createMailer({ url, from });
    return { sender: createMailSender(mailer), close: () => mailer.close() };
  },
};
