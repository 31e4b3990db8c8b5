import { publishInTurns, type ServiceTransport } from '@bindery/messaging';

/** Takes everything at once: what is measured is how fast rows leave the queue, for each contender alike. */
export interface Sink extends ServiceTransport {
  take(count: number): void;
  /** Resolves when so many more messages came. */
  expect(count: number): Promise<void>;
}

/** With a transport, messages go through it first. */
export function createSink(through?: ServiceTransport): Sink {
  let left = 0;
  let done: () => void = () => undefined;
  const take = (count: number) => {
    left -= count;
    if (left <= 0) done();
  };
  return {
    take,
    expect(count) {
      left = count;
      return new Promise((resolve) => (done = resolve));
    },
    openPublisher() {
      const publisher = through?.openPublisher() ?? publishInTurns(() => Promise.resolve());
      return {
        ...publisher,
        async append(messages) {
          const { durable } = await publisher.append(messages);
          return { durable: durable.then(() => take(messages.length)) };
        },
      };
    },
    consume: () => Promise.reject(new Error('nobody reads here')),
    prune: () => Promise.resolve(0),
    close: () => Promise.resolve(),
  };
}
