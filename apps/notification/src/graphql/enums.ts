import { registerEnumType } from 'type-graphql';
import { channels, outboundChannels } from '../recipients/channel.rules';
import { deliveryStates } from '../deliveries/delivery-state.rules';
import { actionKinds } from '../alerts/notification-action.rules';
import { notificationKinds } from '../alerts/notification-kind.rules';
import {
  actionDescriptions,
  channelDescriptions,
  deliveryStateDescriptions,
  kindDescriptions,
} from './enum-descriptions';

/** GraphQL enums out of the domain's lists: each value equals its name. */
const toEnum = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, name])) as { [Each in Name]: Each };

const toValues = <Name extends string>(names: readonly Name[], descriptions: Record<Name, string>) =>
  Object.fromEntries(names.map((name) => [name, { description: descriptions[name] }])) as Record<
    Name,
    { description: string }
  >;

export const NotificationKindEnum = toEnum(notificationKinds);
registerEnumType(NotificationKindEnum, {
  name: 'NotificationKind',
  description: 'What a notification is about.',
  valuesConfig: toValues(notificationKinds, kindDescriptions),
});

export const NotificationActionKindEnum = toEnum(actionKinds);
registerEnumType(NotificationActionKindEnum, {
  name: 'NotificationActionKind',
  description: 'What the reader can do about a notification with one tap.',
  valuesConfig: toValues(actionKinds, actionDescriptions),
});

export const NotificationChannelEnum = toEnum(channels);
registerEnumType(NotificationChannelEnum, {
  name: 'NotificationChannel',
  description: 'Where a notification reaches its reader.',
  valuesConfig: toValues(channels, channelDescriptions),
});

export const OutboundChannelEnum = toEnum(outboundChannels);
registerEnumType(OutboundChannelEnum, {
  name: 'NotificationOutboundChannel',
  description: 'A channel that preferences can switch; the inbox is always kept.',
  valuesConfig: toValues(outboundChannels, channelDescriptions),
});

export const NotificationDeliveryStateEnum = toEnum(deliveryStates);
registerEnumType(NotificationDeliveryStateEnum, {
  name: 'NotificationDeliveryState',
  description: 'How far a notification came on one channel.',
  valuesConfig: toValues(deliveryStates, deliveryStateDescriptions),
});
