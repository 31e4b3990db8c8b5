import { escapeIdentifier, escapeLiteral } from 'pg';

/**
 * Statements that let a login work for a service: read every topic, append to the service's own, move the groups
 * named after it. Run as the owner of the event log's database; safe to repeat.
 */
export function eventLogGrants(login: string, service: string): readonly string[] {
  const grantee = escapeIdentifier(login);
  return [
    ...eventLogReaderGrants(login),
    `grant select on event_log.group_positions to ${grantee}`,
    `grant execute on function event_log.append, event_log.move_group, event_log.prune to ${grantee}`,
    `insert into event_log.services values (${escapeLiteral(login)}, ${escapeLiteral(service)})
     on conflict (login) do update set service = excluded.service`,
  ];
}

/** Statements that let a login read every topic, which is what a tail needs, and nothing else. Run and repeated in the same way. */
export function eventLogReaderGrants(login: string): readonly string[] {
  const grantee = escapeIdentifier(login);
  return [
    `do $$ begin execute format('grant connect on database %I to %I', current_database(), ${escapeLiteral(login)}); end $$`,
    // Whatever default privileges, or an earlier service, gave it.
    `revoke all on all tables in schema event_log from ${grantee}`,
    `revoke all on all functions in schema event_log from ${grantee}`,
    `delete from event_log.services where login = ${escapeLiteral(login)}`,
    `grant usage on schema event_log to ${grantee}`,
    `grant select on event_log.topics, event_log.partitions, event_log.messages, event_log.events to ${grantee}`,
    `grant execute on function event_log.read_json, event_log.read_timestamptz, event_log.read_bigint to ${grantee}`,
  ];
}
