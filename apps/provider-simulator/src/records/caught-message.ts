export type SmsState = 'ACCEPTED' | 'DELIVERED' | 'FAILED';

/** A text message or a mail that would have gone out into the world. */
export interface CaughtMessage {
  readonly id: string;
  readonly channel: 'SMS' | 'EMAIL';
  readonly to: string;
  readonly from: string;
  readonly subject?: string;
  readonly text: string;
  readonly html?: string;
  /** When it was handed over, ISO 8601. */
  readonly at: string;
  /** What becomes of a text message, and when (milliseconds since the epoch; absent: never). */
  readonly delivery?: { readonly outcome: Exclude<SmsState, 'ACCEPTED'>; readonly settleAt?: number };
}

/** Where a text message stands at `now` (milliseconds since the epoch) and since when. It follows from the time alone: no timer can be lost. */
export function smsStateAt(
  { at, delivery }: CaughtMessage,
  now: number,
): { readonly state: SmsState; readonly at: string } {
  if (delivery?.settleAt === undefined || now < delivery.settleAt) return { state: 'ACCEPTED', at };
  return { state: delivery.outcome, at: new Date(delivery.settleAt).toISOString() };
}
