export { createConsumers, type Consumers, type EventHandlers } from './consumers/create-consumers';
export * from './messaging-tables';
export { createOutbox, type Outbox } from './outbox/create-outbox';
export { createRelay, type Relay } from './relay/create-relay';
export type { SqlSession } from './sql-session';
export { createEventLog } from './transport/create-event-log';
export type { GroupMember, IncomingMessage, OutgoingMessage, Subscription, Transport } from './transport/transport';
