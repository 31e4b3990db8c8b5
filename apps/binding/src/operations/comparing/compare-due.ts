import type { EntityManager } from 'typeorm';
import { compareNow } from '../ask-now';
import { saveDueTaken } from './provider-view.repository';

/** So many a minute are compared one by one: 5,000 cover 7 million cards in a day. */
const atOnce = 5_000;
/** A comparison that has not been made by then is due again: its job failed too often, or is lost. */
const againAfterMs = 10 * 60_000;

/** Has those credentials compared whose time has come; also all that were never looked at. */
export async function followDueComparisons(tx: EntityManager, now: Date): Promise<void> {
  for (const bindingId of await saveDueTaken(tx, now, new Date(now.getTime() + againAfterMs), atOnce))
    await compareNow(tx, bindingId);
}
