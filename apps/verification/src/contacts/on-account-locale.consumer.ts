import type { EntityManager } from 'typeorm';
import type { EventOf } from '@bindery/event-contracts';
import type { CountStale } from '@bindery/messaging';
import { saveAccountLocale } from './account-locale.repository';

/** Keeps the language in which the account is written to: that of its registration, or the one it has chosen since. */
export function createOnAccountLocale(countStale: CountStale) {
  return async (
    {
      type,
      sequence,
      data: { accountId, locale },
    }: EventOf<'bindery.account.registered.v1'> | EventOf<'bindery.account.locale-changed.v1'>,
    tx: EntityManager,
  ): Promise<void> => countStale(type, await saveAccountLocale(tx, { accountId, locale, sequence: Number(sequence) }));
}
