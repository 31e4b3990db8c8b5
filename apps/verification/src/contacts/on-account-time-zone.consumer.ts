import type { EventOf } from '@bindery/event-contracts';
import type { CountStale } from '@bindery/messaging';
import { isTimeZone } from '@bindery/values';
import type { EntityManager } from 'typeorm';
import { saveTimeZone } from './account-time-zone.repository';

/** Keeps the zone in which an account reads moments. One that this program does not know, as its data of zones is older, changes nothing. */
export const createOnAccountTimeZone =
  (countStale: CountStale) =>
  async (
    { type, sequence, data: { accountId, timeZone } }: EventOf<'bindery.account.time-zone-changed.v1'>,
    tx: EntityManager,
  ): Promise<void> => {
    if (!isTimeZone(timeZone)) return;
    countStale(type, await saveTimeZone(tx, { accountId, timeZone, sequence: Number(sequence) }));
  };
