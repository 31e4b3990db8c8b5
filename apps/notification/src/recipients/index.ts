import type { Feature, FeatureClasses, Foundation } from '@bindery/subgraph';
import { AccountType } from './account.type';
import { ContactPointRow } from './contact-point.entity';
import { createLoadTimeZone } from './time-zone.loader';
import { onAccountLocale } from './on-account-locale.consumer';
import { RecipientRow } from './recipient.entity';

export { AccountType } from './account.type';
export { NotificationChannelEnum, OutboundChannelEnum } from './channel.enums';
export { outboundChannels, type Channel, type OutboundChannel } from './channel.rules';
export { listContactPoints, insertContactPoint } from './contact-point.repository';
export type { ContactPoint } from './contact-point.rules';
export type { LoadTimeZone } from './time-zone.loader';
export { lockRecipient, type LockedRecipient } from './recipient.repository';

export const recipientsClasses = {
  types: [AccountType],
  entities: [RecipientRow, ContactPointRow],
} satisfies FeatureClasses;

/** Who is told: the language, the time zone and the contact points of an account. */
export function createRecipients({ db }: Pick<Foundation, 'db'>) {
  const feature: Feature = {
    subscriptions: {
      'bindery.account.registered.v1': onAccountLocale,
      'bindery.account.locale-changed.v1': onAccountLocale,
    },
    references: {
      Account: ({ id }, { viewer }) => (viewer?.accountId === id ? Object.assign(new AccountType(), { id }) : null),
    },
  };
  return { loadTimeZone: createLoadTimeZone(db), feature };
}
