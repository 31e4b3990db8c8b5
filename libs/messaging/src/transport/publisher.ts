import type { OutgoingMessage } from './transport';

/**
 * One writer's way into the log: what is given to it is appended in the order of the calls. Once something went wrong it takes nothing more,
 * and what is not known to be durable may be forgotten, from some message to the last one. Then open another and begin again with the oldest of them.
 */
export interface Publisher {
  /** Resolves when the next messages may be given. Readers may see these already. Rejects with MessageTooLarge before anything of the call is written. */
  append(messages: readonly OutgoingMessage[]): Promise<Appended>;
  /** Waits for nothing. */
  close(): Promise<void>;
}

export interface Appended {
  /** Resolves when the log keeps them whatever happens to it; rejects if that is not certain. */
  readonly durable: Promise<void>;
}

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
