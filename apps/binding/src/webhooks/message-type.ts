import type { z } from 'zod';

/** One type of message that providers post by themselves, taken by the feature that registers it. */
export interface MessageType<Body = never> {
  /** As in the body's own field `type`, e.g. `usage.recorded`. */
  readonly type: string;
  /** The rest of the body. */
  readonly body: z.ZodType;
  /** Takes a message whose signature has shown that `provider` sent it; a repetition too. Answers what became of it, in a word. */
  take(body: Body, provider: string): Promise<string>;
}

/** Keeps the schema and what takes its messages together; the types part ways after that. */
export const defineMessage = <Schema extends z.ZodType>(
  type: string,
  body: Schema,
  take: (body: z.output<Schema>, provider: string) => Promise<string>,
): MessageType => ({ type, body, take });
