import type { Locale } from '@bindery/localisation';
import type { Preference } from '../domain/preference';
import { renderKind } from '../words/render-notification';
import { ChannelPreferenceType, NotificationPreferenceType } from './preference.type';

export const toPreferenceType = ({ kind, critical, channels }: Preference, locale: Locale): NotificationPreferenceType =>
  Object.assign(new NotificationPreferenceType(), {
    kind,
    critical,
    title: renderKind(kind, locale),
    channels: channels.map((channel) => Object.assign(new ChannelPreferenceType(), channel)),
  });
