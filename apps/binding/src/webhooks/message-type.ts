import type { z } from 'zod';

/** One type of message that providers post by themselves, taken by the feature that registers it. */
export interface MessageType {
  /** As in the body's own field `type`, e.g. `usage.recorded`. */
  readonly type: string;
  /** What takes a message of this body; null when the body has not the agreed shape. */
  read(body: unknown): TakeMessage | null;
}

/** Takes a message whose signature has shown that `provider` sent it; a repetition too. Answers what became of it, in a word. */
export type TakeMessage = (provider: string) => Promise<string>;

/** Keeps the schema and what takes its messages together. */
export const defineMessage = <Schema extends z.ZodType>(
  type: string,
  schema: Schema,
  take: (body: z.output<Schema>, provider: string) => Promise<string>,
): MessageType => ({
  type,
  read(body) {
    const content = schema.safeParse(body);
    return content.success ? (provider) => take(content.data, provider) : null;
  },
});
