import { err, ok, type Result } from '@bindery/kernel';
import type { z } from 'zod';

/** One type of message that providers post by themselves, taken by the feature that registers it. */
export interface MessageType {
  /** As in the body's own field `type`, e.g. `usage.recorded`. */
  readonly type: string;
  /** What takes a message of this body, or why it is not taken. */
  read(body: unknown, now: Date): Result<TakeMessage, MessageFault>;
}

/** What a provider is told of a message that is not taken, and never will be as it is; nothing of it is kept. */
export interface MessageFault {
  /** TIME_OUT_OF_RANGE: it tells of a time that cannot be, or is too long ago. */
  readonly code: 'REQUEST_MALFORMED' | 'TIME_OUT_OF_RANGE';
  /** The field at fault, as a path from the body; empty for the body itself. */
  readonly field: string;
}

/** Takes a message whose signature has shown that `provider` sent it; a repetition too. Answers what became of it, in a word. */
export type TakeMessage = (provider: string) => Promise<string>;

/** Keeps the schema and what takes its messages together. `faultOf` finds what only the time of day can tell. */
export const defineMessage = <Schema extends z.ZodType>(
  type: string,
  schema: Schema,
  take: (body: z.output<Schema>, provider: string) => Promise<string>,
  faultOf: (body: z.output<Schema>, now: Date) => MessageFault | null = () => null,
): MessageType => ({
  type,
  read(body, now) {
    const content = schema.safeParse(body);
    if (!content.success)
      return err({ code: 'REQUEST_MALFORMED', field: content.error.issues[0]?.path.join('.') ?? '' });
    const fault = faultOf(content.data, now);
    return fault ? err(fault) : ok((provider) => take(content.data, provider));
  },
});
