import type { Locale } from '@bindery/localisation';
import { type Notification, renderNotification, type RenderedNotification } from '../alerts';
import { channelOf } from '../channels';
import type { OutboundChannel } from '../recipients';

/** A notification as it is written on a channel. */
export function renderMessage(
  notification: Pick<Notification, 'words' | 'facts' | 'critical'>,
  channel: OutboundChannel,
  locale: Locale,
  timeZone: string,
): RenderedNotification {
  const { title, body } = renderNotification(notification, locale, timeZone);
  return { title, body: channelOf(channel).write({ body, critical: notification.critical }, locale) };
}
