import type { EventOf } from '@bindery/event-contracts';
import type { EntityManager } from 'typeorm';
import { saveLocale } from './recipient.repository';

/** Keeps the language of an account: that of its registration, or the one it has chosen since. */
export const onAccountLocale = (
  {
    data: { accountId, locale },
  }: EventOf<'bindery.account.registered.v1'> | EventOf<'bindery.account.locale-changed.v1'>,
  tx: EntityManager,
): Promise<void> => saveLocale(tx, accountId, locale);
