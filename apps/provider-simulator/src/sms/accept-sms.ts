import { err, newId, ok, type Result } from '@bindery/kernel';
import { z } from 'zod';
import type { Fault } from '../faults/fault';
import type { CaughtMessage } from '../records/caught-message';
import type { SimulatorState } from '../state/simulator-state';

/** Long enough for six joined messages. */
const textMax = 1_000;

export const smsRequest = z.object({ to: z.string().max(50), text: z.string().min(1).max(textMax) });
export type SmsRequest = z.infer<typeof smsRequest>;

export type SmsRefusal = { readonly kind: 'NUMBER_NOT_ACCEPTED' | 'IDEMPOTENCY_KEY_REUSED' };

const e164 = /^\+[1-9]\d{6,14}$/;
/** Numbers nobody answers. */
const failingEnding = '0000';
const sender = 'Bindery';

/** The message a key was used for before, if any; an error when it said something else or went elsewhere. */
export function findSms(
  state: SimulatorState,
  key: string,
  { to, text }: SmsRequest,
): Result<CaughtMessage | undefined, SmsRefusal> {
  const known = state.messages.get(state.smsKeys.get(key) ?? '');
  if (!known || (known.to === to && known.text === text)) return ok(known);
  return err({ kind: 'IDEMPOTENCY_KEY_REUSED' });
}

/** Takes a text message; it is delivered, or fails, `delayMs` later. */
export function acceptSms(
  state: SimulatorState,
  key: string,
  { to, text }: SmsRequest,
  { delayMs, now }: { readonly delayMs: number; readonly now: number },
  fault?: Fault,
): Result<CaughtMessage, SmsRefusal> {
  if (!e164.test(to)) return err({ kind: 'NUMBER_NOT_ACCEPTED' });
  const fails = fault?.mode === 'refuse' || to.endsWith(failingEnding);
  const settleAt = fault?.mode === 'never' ? undefined : now + (fault?.mode === 'late' ? fault.delayMs : delayMs);
  const message: CaughtMessage = {
    id: newId('sms'),
    channel: 'SMS',
    to,
    from: sender,
    text,
    at: new Date(now).toISOString(),
    delivery: { outcome: fails ? 'FAILED' : 'DELIVERED', settleAt },
  };
  state.messages.put(message.id, message);
  state.smsKeys.put(key, message.id);
  return ok(message);
}
