import { z } from 'zod';
import type { SimulatorState } from '../state/simulator-state';
import { smsStateAt, type CaughtMessage, type SmsState } from '../records/caught-message';

const limitDefault = 50;
const limitMax = 200;

export const messageFilter = z.object({
  to: z.string().optional(),
  channel: z.enum(['SMS', 'EMAIL']).optional(),
  limit: z.coerce.number().int().min(1).max(limitMax).default(limitDefault),
});
export type MessageFilter = z.infer<typeof messageFilter>;

export type ShownMessage = Omit<CaughtMessage, 'delivery'> & { readonly state?: SmsState };

/** Caught messages that fit the filter, newest first. */
export function findMessages(
  state: SimulatorState,
  { to, channel, limit }: MessageFilter,
  now: number,
): ShownMessage[] {
  return state.messages
    .newestFirst()
    .filter(
      (message) => (to === undefined || message.to === to) && (channel === undefined || message.channel === channel),
    )
    .slice(0, limit)
    .map((message) => toShown(message, now));
}

function toShown(message: CaughtMessage, now: number): ShownMessage {
  const { delivery, ...shown } = message;
  return delivery ? { ...shown, state: smsStateAt(message, now).state } : shown;
}
