export { createCountStale, type CountStale } from './consumers/count-stale';
export { createConsumers, type Consumers, type ConsumersDeps } from './consumers/create-consumers';
export type { EventHandlers } from './consumers/event-handlers';
export {
  askForReplay,
  discardDeadLetters,
  findDeadLetter,
  listDeadLetters,
  type DeadLetter,
} from './dead-letters/dead-letter-store';
export { ensureKafkaTopics } from './kafka/administration/ensure-kafka-topics';
export type { KafkaAcl } from './kafka/administration/kafka-acls';
export { connectKafkaAdmin, type KafkaAdmin, type KafkaTopic } from './kafka/administration/kafka-admin';
export type { KafkaSecurity } from './kafka/kafka-client';
export * from './messaging-tables';
export { createOutbox, type Outbox } from './outbox/create-outbox';
export { eventLogGrants } from './postgres/schema/event-log-grants';
export { eventLogTablesDown, eventLogTablesUp } from './postgres/schema/event-log-tables';
export { provisionEventLog, type EventLogUser } from './postgres/schema/provision-event-log';
export { comingAgain, planReplay, type ReplayFrom, type ReplayStep } from './replay/plan-replay';
export { replayGroup } from './replay/replay-group';
export { inboxRetentionDays, outboxRetentionDays } from './retention/message-retention';
export { pruneMessaging, type PrunedMessages } from './retention/prune-messaging';
export { createRelay, type Relay, type RelayDeps } from './relay/create-relay';
export { toSqlSession, type SqlSession } from './sql-session';
export { publishInTurns } from './transport/publish-in-turns';
export { createEventLog } from './create-event-log';
export { GroupAtWork } from './transport/consumer-groups';
export { MessageTooLarge } from './transport/message-too-large';
export type {
  GroupMember,
  IncomingMessage,
  OutgoingMessage,
  ServiceTransport,
  Subscription,
  Tail,
  TailOptions,
  Transport,
} from './transport/transport';
