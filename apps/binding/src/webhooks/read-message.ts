import { z } from 'zod';
import { shortText } from '../providers';
import type { MessageType, TakeMessage } from './message-type';

const anyBody = z.object({ type: shortText });

export type WebhookContent =
  | { readonly is: 'MESSAGE'; readonly take: TakeMessage }
  /** Of a type that came after us. */
  | { readonly is: 'NOT_FOR_US'; readonly type: string }
  | { readonly is: 'MALFORMED' };

/** What the parsed body of a webhook says. */
export function readMessage(types: readonly MessageType[], body: unknown): WebhookContent {
  const named = anyBody.safeParse(body).data;
  if (!named) return { is: 'MALFORMED' };
  const known = types.find(({ type }) => type === named.type);
  if (!known) return { is: 'NOT_FOR_US', type: named.type };
  const take = known.read(body);
  return take ? { is: 'MESSAGE', take } : { is: 'MALFORMED' };
}
