import { isOnByDefault, outboundChannels, type OutboundChannel } from '../channels/outbound.rules';
import { isCritical, notificationKinds, type NotificationKind } from '../alerts/notification-kind.rules';

/** What a holder chose for one kind on one channel. */
export interface PreferenceChoice {
  readonly kind: NotificationKind;
  readonly channel: OutboundChannel;
  readonly enabled: boolean;
}

/** How one kind is told, choices and defaults together. */
export interface Preference {
  readonly kind: NotificationKind;
  readonly critical: boolean;
  readonly channels: readonly { readonly channel: OutboundChannel; readonly enabled: boolean }[];
}

/** Whether a kind is sent on a channel. Critical kinds always are, whatever was chosen (requirement 39). */
export function isEnabled(
  kind: NotificationKind,
  channel: OutboundChannel,
  choices: readonly PreferenceChoice[],
): boolean {
  if (isCritical(kind)) return true;
  return (
    choices.find((choice) => choice.kind === kind && choice.channel === channel)?.enabled ?? isOnByDefault(channel)
  );
}

/** Every kind with every channel, as the holder sees it. */
export const toPreferences = (choices: readonly PreferenceChoice[]): Preference[] =>
  notificationKinds.map((kind) => ({
    kind,
    critical: isCritical(kind),
    channels: outboundChannels.map((channel) => ({ channel, enabled: isEnabled(kind, channel, choices) })),
  }));

/** The first choice that would switch off a critical kind. */
export const findForbiddenChoice = (choices: readonly PreferenceChoice[]): PreferenceChoice | undefined =>
  choices.find(({ kind, enabled }) => !enabled && isCritical(kind));
