import { createLoadTimeZone, type Feature, type FeatureClasses, type Foundation } from '@bindery/subgraph';
import { AccountType } from './account.type';
import { ContactPointRow } from './contact-point.entity';
import { onAccountLocale } from './on-account-locale.consumer';
import { onAccountTimeZone } from './on-account-time-zone.consumer';
import { RecipientRow } from './recipient.entity';
import { findTimeZone } from './recipient.repository';

export { AccountType } from './account.type';
export { NotificationChannelEnum, OutboundChannelEnum } from './channel.enums';
export { outboundChannels, type Channel, type OutboundChannel } from './channel.rules';
export { listContactPoints, insertContactPoint } from './contact-point.repository';
export type { ContactPoint } from './contact-point.rules';
export { lockRecipient, type LockedRecipient } from './recipient.repository';

export const recipientsClasses = {
  types: [AccountType],
  entities: [RecipientRow, ContactPointRow],
} satisfies FeatureClasses;

/** Who is told: the language, the time zone and the contact points of an account. */
export function createRecipients({ db }: Pick<Foundation, 'db'>) {
  const feature: Feature = {
    loadTimeZone: createLoadTimeZone((accountId) => findTimeZone(db, accountId)),
    subscriptions: {
      'bindery.account.registered.v1': onAccountLocale,
      'bindery.account.locale-changed.v1': onAccountLocale,
      'bindery.account.time-zone-changed.v1': onAccountTimeZone,
    },
    references: {
      Account: ({ id }, { viewer }) => (viewer?.accountId === id ? Object.assign(new AccountType(), { id }) : null),
    },
  };
  return { feature };
}
