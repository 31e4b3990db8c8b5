import { z } from 'zod';
import { shortText } from '../providers';
import type { MessageType } from './message-type';

const anyBody = z.object({ type: shortText });

export type WebhookContent =
  | { readonly is: 'MESSAGE'; take(provider: string): Promise<string> }
  /** Of a type that came after us. */
  | { readonly is: 'NOT_FOR_US'; readonly type: string }
  | { readonly is: 'MALFORMED' };

/** What the parsed body of a webhook says. */
export function readMessage(types: readonly MessageType[], body: unknown): WebhookContent {
  const named = anyBody.safeParse(body).data;
  if (!named) return { is: 'MALFORMED' };
  const known = types.find(({ type }) => type === named.type);
  if (!known) return { is: 'NOT_FOR_US', type: named.type };
  const content = known.body.safeParse(body);
  // Parsed by the schema that it was registered with.
  return content.success
    ? { is: 'MESSAGE', take: (provider) => known.take(content.data as never, provider) }
    : { is: 'MALFORMED' };
}
