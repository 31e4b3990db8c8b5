import type { EventOf } from '@bindery/event-contracts';
import { isTimeZone } from '@bindery/values';
import type { EntityManager } from 'typeorm';
import { saveTimeZone } from './recipient.repository';

/** Keeps the zone in which an account reads moments. One that this program does not know, as its data of zones is older, changes nothing. */
export const onAccountTimeZone = async (
  { data: { accountId, timeZone } }: EventOf<'bindery.account.time-zone-changed.v1'>,
  tx: EntityManager,
): Promise<void> => {
  if (isTimeZone(timeZone)) await saveTimeZone(tx, accountId, timeZone);
};
