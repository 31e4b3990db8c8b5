import { z } from 'zod';
import { shortText } from '../providers';
import type { MessageFault, MessageType, TakeMessage } from './message-type';

const anyBody = z.object({ type: shortText });

export type WebhookContent =
  | { readonly is: 'MESSAGE'; readonly take: TakeMessage }
  /** Of a type that came after us. */
  | { readonly is: 'NOT_FOR_US'; readonly type: string }
  | { readonly is: 'REFUSED'; readonly fault: MessageFault };

/** What the parsed body of a webhook says. */
export function readMessage(types: readonly MessageType[], body: unknown, now: Date): WebhookContent {
  const named = anyBody.safeParse(body).data;
  if (!named) return { is: 'REFUSED', fault: { code: 'REQUEST_MALFORMED', field: 'type' } };
  const known = types.find(({ type }) => type === named.type);
  if (!known) return { is: 'NOT_FOR_US', type: named.type };
  const read = known.read(body, now);
  return read.ok ? { is: 'MESSAGE', take: read.value } : { is: 'REFUSED', fault: read.error };
}
