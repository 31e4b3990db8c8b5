import type { EventOf } from '@bindery/event-contracts';
import type { CountStale } from '@bindery/messaging';
import { isTimeZone } from '@bindery/values';
import type { EntityManager } from 'typeorm';
import { saveTimeZone } from './account-time-zone.repository';

/** Keeps the zone of an account. One that this program does not know, as its data of zones is older, changes nothing. */
export const createOnTimeZoneChanged =
  (countStale: CountStale) =>
  async (
    { type, data, sequence }: EventOf<'bindery.account.time-zone-changed.v1'>,
    tx: EntityManager,
  ): Promise<void> => {
    if (!isTimeZone(data.timeZone)) return;
    countStale(type, await saveTimeZone(tx, data.accountId, Number(sequence), data.timeZone));
  };
