import { partitionsPerTopic, topics } from '@bindery/event-contracts';
import { eventLogFunctions } from './event-log-functions';
import { eventsView } from './events-view';

const tables = [
  'create schema event_log',
  `create table event_log.topics (
    name text primary key,
    partitions integer not null check (partitions > 0)
  )`,
  `create table event_log.partitions (
    topic text not null references event_log.topics,
    partition integer not null,
    next_position bigint not null default 0,
    primary key (topic, partition)
  ) with (fillfactor = 50)`,
  `create table event_log.messages (
    topic text not null,
    partition integer not null,
    position bigint not null,
    key text not null,
    headers text not null,
    value text not null,
    appended_at timestamptz not null default clock_timestamp(),
    primary key (topic, partition, position)
  )`,
  'create index messages_appended_at on event_log.messages using brin (appended_at)',
  `create table event_log.group_positions (
    group_name text not null,
    topic text not null,
    partition integer not null,
    next_position bigint not null,
    updated_at timestamptz not null default clock_timestamp(),
    primary key (group_name, topic, partition)
  ) with (fillfactor = 50)`,
  // Which service a login works for: it appends to that service's topic and moves that service's groups, nothing else.
  `create table event_log.services (
    login name primary key,
    service text not null
  )`,
];

/** A topic that came since the log was made is added; those that are there stay as they are. */
const topicRows = topics.flatMap((topic) => [
  `with added as (
    insert into event_log.topics values ('${topic}', ${partitionsPerTopic}) on conflict do nothing returning name
  ) insert into event_log.topics_since_crash select name from added`,
  `insert into event_log.partitions
    select name, generate_series(0, partitions - 1) from event_log.topics where name = '${topic}'
    on conflict do nothing`,
]);

/** Statements that bring an event log made by an earlier version to this one; safe to repeat. */
export const eventLogUpgrades: readonly string[] = [
  // Empty after a crash of the server; see `append`.
  'create unlogged table if not exists event_log.topics_since_crash (name text primary key)',
  ...eventsView,
  ...eventLogFunctions,
  ...topicRows,
];

/** Statements that make the event log in an empty database, run once as its owner. */
export const eventLogTablesUp: readonly string[] = [...tables, ...eventLogUpgrades];

export const eventLogTablesDown: readonly string[] = ['drop schema event_log cascade'];
