import type { OutgoingMessage, Publisher } from './transport';

/** For a log that answers when messages are durable, and not before. */
export function publishInTurns(publish: (messages: readonly OutgoingMessage[]) => Promise<void>): Publisher {
  let failure: Error | undefined;
  return {
    async append(messages) {
      if (failure) throw failure;
      await publish(messages).catch((error: unknown) => {
        failure = new Error('an earlier message was not published', { cause: error });
        throw error;
      });
      return { durable: Promise.resolve() };
    },
    close: () => Promise.resolve(),
  };
}
