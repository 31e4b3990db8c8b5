import type { AppRights } from '@bindery/persistence';
import { outboxRetentionDays } from './retention/message-retention';

/** Statements for the first migration of each service, run one by one as the owner; the app user needs `messagingRights`. */
export const messagingTablesUp: readonly string[] = [
  `create table outbox_events (
    position bigint generated always as identity primary key,
    event_id text not null unique,
    topic text not null,
    key text not null,
    headers jsonb not null,
    value text not null,
    appended_at timestamptz not null default clock_timestamp(),
    published_at timestamptz
  ) with (autovacuum_vacuum_scale_factor = 0.02)`,
  'create index outbox_events_unpublished on outbox_events (position) where published_at is null',
  `create table inbox_events (
    consumer text not null,
    event_id text not null,
    handled_at timestamptz not null default clock_timestamp(),
    primary key (consumer, event_id)
  )`,
  'create index inbox_events_handled_at on inbox_events (handled_at)',
  `create table dead_letters (
    position bigint generated always as identity primary key,
    consumer text not null,
    topic text not null,
    partition integer not null,
    "offset" bigint not null,
    event_id text,
    event_type text,
    key text,
    headers jsonb not null,
    value text not null,
    cause text not null,
    tries integer not null,
    failed_at timestamptz not null default clock_timestamp(),
    resolved_at timestamptz,
    resolution text check (resolution in ('REPLAYED', 'DISCARDED')),
    unique (consumer, topic, partition, "offset")
  )`,
];

export const messagingTablesDown: readonly string[] = [
  'drop table dead_letters',
  'drop table inbox_events',
  'drop table outbox_events',
];

/** An event stays as it was written; only that it was published is noted. What is handled may be forgotten, by a replay. */
export const messagingRights = {
  outbox_events: {
    insert: true,
    update: ['published_at'],
    delete: { olderThanDays: outboxRetentionDays, by: 'appended_at' },
  },
  inbox_events: { insert: true, delete: true },
  dead_letters: { insert: true, update: ['resolution', 'resolved_at', 'cause', 'tries', 'failed_at'] },
} satisfies AppRights;
