import type { Transport } from '../transport/transport';

interface Stoppable {
  stop(): Promise<void>;
}

/** Transports of the tests of a `describe`, and what runs on them: all stopped after each test, the last first. */
export function useTransports(connectTo: () => { connect(): Transport }) {
  const open: Stoppable[] = [];
  afterEach(async () => {
    for (const part of open.splice(0).reverse()) await part.stop();
  });
  return {
    connect(): Transport {
      const transport = connectTo().connect();
      open.push({ stop: () => transport.close() });
      return transport;
    },
    stopAfterwards: (part: Stoppable): void => void open.push(part),
  };
}
