import type { BinderyEvent, EventOf, EventType } from '@bindery/event-contracts';
import type { SqlSession } from '../sql-session';

/** What a service does about events, by type. Handled once each, in order per key, in a transaction with the inbox row. */
export type EventHandlers<Tx extends SqlSession> = {
  readonly [Type in EventType]?: (event: EventOf<Type>, tx: Tx) => Promise<void>;
};

/** The handler for an event, bound to it; undefined if the service has none for its type. */
export function findHandler<Tx extends SqlSession>(
  handlers: EventHandlers<Tx>,
  event: BinderyEvent,
): ((tx: Tx) => Promise<void>) | undefined {
  // The table's type ties each handler to its event; looked up by a union, TypeScript can no longer see that.
  const handler = handlers[event.type] as ((event: BinderyEvent, tx: Tx) => Promise<void>) | undefined;
  return handler && ((tx) => handler(event, tx));
}
