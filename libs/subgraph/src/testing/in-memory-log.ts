import {
  createEvent,
  toWireEvent,
  topicOf,
  type BinderyEvent,
  type EventType,
  type NewEvent,
} from '@bindery/event-contracts';
import { publishInTurns, type ServiceTransport, type Subscription } from '@bindery/messaging';

export interface InMemoryLog extends ServiceTransport {
  /** Hands an event of another service to the consumers; resolves when they are done with it. The event comes back, to be published again. */
  publish<Type extends EventType>(service: string, event: NewEvent<Type>): Promise<BinderyEvent>;
  republish(event: BinderyEvent): Promise<void>;
}

/** An event log that hands over at once, so that a test decides about order and repetition. */
export function createInMemoryLog(): InMemoryLog {
  const subscriptions: Subscription[] = [];
  let offset = 0;
  const republish = async (event: BinderyEvent): Promise<void> => {
    const service = event.source.replace('/bindery/', '');
    const { headers, value } = toWireEvent(event);
    const message = {
      topic: topicOf(service) ?? '',
      partition: 0,
      offset: String(offset++),
      key: event.partitionkey,
      headers,
      value,
    };
    for (const { topics, handle } of subscriptions) if (topics.includes(message.topic)) await handle(message);
  };
  return {
    republish,
    async publish(service, event) {
      const made = createEvent(event, { service, now: new Date() }) as unknown as BinderyEvent;
      await republish(made);
      return made;
    },
    openPublisher: () => publishInTurns(async () => undefined),
    consume: async (subscription) => {
      subscriptions.push(subscription);
      return { stop: async () => undefined };
    },
    prune: async () => 0,
    close: async () => undefined,
  };
}
