import { timeOfId, type Id } from '@bindery/kernel';

/** `effect_time`: as long as Alipay lets a page be signed on at most. */
const seconds = 24 * 60 * 60;
/** Clocks may differ by less, and a page that was opened in time may be sent a little later. */
const marginMs = 10 * 60_000;

/** When the page of an agreement can be signed on: it begins with the operation, so that the link is the same whenever it is made. */
export function signingLife(operationId: Id<'operation'>) {
  const from = timeOfId(operationId);
  const until = new Date(from.getTime() + seconds * 1000);
  return { from, seconds, until, over: new Date(until.getTime() + marginMs) };
}
