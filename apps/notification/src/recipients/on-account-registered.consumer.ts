import type { EventHandlers } from '@bindery/messaging';
import type { EntityManager } from 'typeorm';
import { saveLocale } from './recipient.repository';

/** Keeps the language of a new account; that it is welcomed is a row of the alert table. */
export const onAccountRegistered: EventHandlers<EntityManager>['bindery.account.registered.v1'] = (
  { data: { accountId, locale } },
  tx,
) => saveLocale(tx, accountId, locale);
