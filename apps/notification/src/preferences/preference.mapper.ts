import type { Locale } from '@bindery/localisation';
import type { Preference } from './preference.rules';
import { nameKind } from '../alerts';
import { ChannelPreferenceType, NotificationPreferenceType } from './preference.type';

export const toPreferenceType = (
  { kind, critical, channels }: Preference,
  locale: Locale,
): NotificationPreferenceType =>
  Object.assign(new NotificationPreferenceType(), {
    kind,
    critical,
    title: nameKind(kind, locale),
    channels: channels.map((channel) => Object.assign(new ChannelPreferenceType(), channel)),
  });
