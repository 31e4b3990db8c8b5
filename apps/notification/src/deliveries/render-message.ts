import { createTranslator, type Locale } from '@bindery/localisation';
import type { OutboundChannel } from '../recipients';
import { type Notification, renderNotification, type RenderedNotification } from '../alerts';

const translate = createTranslator({
  en: {
    SMS: 'Bindery: {body}',
    EMAIL:
      '{body}\n\n{critical, select, yes {Alerts that protect your account cannot be switched off.} other {You choose in the settings of the app what you are told by mail.}}\nBindery',
  },
  'zh-CN': {
    SMS: '【Bindery】{body}',
    EMAIL:
      '{body}\n\n{critical, select, yes {保护账户安全的提醒不能关闭。} other {您可以在应用的设置中选择接收哪些邮件。}}\nBindery',
  },
});

/** A notification as it is written on a channel: signed, and without links, which a forger would put in. */
export function renderMessage(
  notification: Pick<Notification, 'words' | 'facts' | 'critical'>,
  channel: OutboundChannel,
  locale: Locale,
  timeZone: string,
): RenderedNotification {
  const { title, body } = renderNotification(notification, locale, timeZone);
  return { title, body: translate(locale, channel, { body, critical: notification.critical ? 'yes' : 'no' }) };
}
