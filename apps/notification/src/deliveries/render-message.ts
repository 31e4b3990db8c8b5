import type { Locale } from '@bindery/localisation';
import { type AlertFacts, type Notification, renderNotification, type RenderedNotification } from '../alerts';
import { channelOf } from '../channels';
import type { OutboundChannel } from '../recipients';
import type { Collected } from './collecting/collect.rules';
import { say } from './collecting/collected.words';

/** A notification as it is written on a channel, with what its message says of others that it stands for. */
export function renderMessage(
  notification: Pick<Notification, 'words' | 'facts' | 'critical'> & { readonly collected?: Collected | null },
  channel: OutboundChannel,
  locale: Locale,
  timeZone: string,
): RenderedNotification {
  const facts = channel === 'SMS' ? withoutWordsOfOthers(notification.facts) : notification.facts;
  const { title, body } = renderCollected({ ...notification, facts }, locale, timeZone);
  return { title, body: channelOf(channel).write({ body, critical: notification.critical }, locale) };
}

/** What merchants call themselves and people have written has no place in a text message of ours, and no length there. */
const withoutWordsOfOthers = ({ mandates: _mandates, answer: _answer, ...facts }: AlertFacts): AlertFacts => facts;

function renderCollected(
  { collected, ...notification }: Parameters<typeof renderMessage>[0],
  locale: Locale,
  timeZone: string,
): RenderedNotification {
  if (collected?.kind === 'NOTICES') {
    const values = { count: collected.count, since: new Date(collected.since) };
    return { title: say(locale, 'notices.title'), body: say(locale, 'notices.body', values, timeZone) };
  }
  const alone = renderNotification(notification, locale, timeZone);
  return collected ? { ...alone, body: say(locale, 'alert.body', { body: alone.body }) } : alone;
}
