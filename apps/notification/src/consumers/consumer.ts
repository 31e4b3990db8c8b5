import type { EventOf, EventType } from '@bindery/event-contracts';
import type { SqlSession } from '@bindery/messaging';

/** Handles one type of event, in the transaction that also remembers the event. */
export type Consumer<Type extends EventType> = (event: EventOf<Type>, tx: SqlSession) => Promise<void>;
