import { pruneAtOnce } from '../../retention/prune-in-parts';
import { largestMessageBytes } from '../../transport/message-too-large';

/** Functions run as the owner of the log, after asking which service the login works for. */
const asOwner = 'security definer set search_path = event_log, pg_temp';

/** A server writes what it was told not to wait for within a second; relays have no more than some thousand messages under way. */
const gapAfterCrash = 100_000;

const serviceOfCaller = `
create or replace function event_log.service_of_caller() returns text language sql stable ${asOwner} as $$
  select service from services where login = session_user
$$`;

/*
 * After a crash the server has forgotten the last messages of appenders that did not wait for the disk, and readers may have seen them. So that no
 * position is ever given to two messages, the first append to a topic after a crash leaves a gap, larger than what a server can
 * forget, and is durable before anybody sees it. \`unlogged\` tables are empty after a crash, and after no other restart.
 *
 * Readers take headers for an object of strings, and large messages from the memory of everybody who reads; so nobody may append anything else.
 *
 * The lock on the topic makes appenders take turns until commit, so positions become visible in their order and
 * a reader that asks for "the next ones" can never miss a late one. Relays are one per topic: nobody waits.
 */
const append = `
create or replace function event_log.append(to_topic text, keys text[], all_headers text[], all_values text[]) returns void language plpgsql ${asOwner} as $$
declare
  partition_count integer;
begin
  if to_topic is distinct from 'bindery.' || service_of_caller() then
    raise insufficient_privilege using message = format('%s may not append to %s', session_user, to_topic);
  end if;
  if exists (
    select from unnest(keys, all_headers, all_values) as message (key, headers, value)
    where key is null or headers is null or value is null
      or octet_length(key) + octet_length(value) > ${largestMessageBytes} or octet_length(headers) > ${largestMessageBytes}
      or jsonb_path_exists(headers::jsonb, 'strict $ ? (@.type() != "object")')
      or jsonb_path_exists(headers::jsonb, '$.* ? (@.type() != "string")')
  ) then
    raise check_violation using message = format('a message for %s is too large, or its headers are no object of strings', to_topic);
  end if;
  select partitions into strict partition_count from topics where name = to_topic for no key update;
  if not exists (select from topics_since_crash where name = to_topic) then
    insert into topics_since_crash values (to_topic);
    update partitions set next_position = next_position + ${gapAfterCrash} where topic = to_topic;
    set local synchronous_commit to on;
  end if;
  with incoming as (
    select ordinality, key, headers, value, (('x' || left(md5(key), 8))::bit(32)::bigint % partition_count)::integer as partition
    from unnest(keys, all_headers, all_values) with ordinality as message (key, headers, value, ordinality)
  ), moved as (
    update partitions set next_position = next_position + added.count
    from (select partition, count(*) from incoming group by partition) as added
    where partitions.topic = to_topic and partitions.partition = added.partition
    returning partitions.partition, next_position - added.count as first_position
  )
  insert into messages (topic, partition, position, key, headers, value)
  select to_topic, partition, first_position - 1 + row_number() over (partition by partition order by ordinality), key, headers, value
  from incoming join moved using (partition);
  perform pg_notify('event_log', to_topic);
end
$$`;

const moveGroup = `
create or replace function event_log.move_group(of_group text, topics text[], partitions integer[], positions bigint[]) returns void language plpgsql ${asOwner} as $$
begin
  if split_part(of_group, '.', 1) is distinct from service_of_caller() then
    raise insufficient_privilege using message = format('%s may not move group %s', session_user, of_group);
  end if;
  insert into group_positions as kept (group_name, topic, partition, next_position)
  select of_group, moved.* from unnest(topics, partitions, positions) as moved
  on conflict (group_name, topic, partition) do update set next_position = excluded.next_position, updated_at = clock_timestamp();
end
$$`;

/** At most so many in one call. The oldest of a partition come first, so what is young is not read through to find what is old. */
const prune = `
create or replace function event_log.prune(older_than interval) returns bigint language plpgsql ${asOwner} as $$
declare
  pruned bigint;
begin
  with old as (
    select oldest.* from partitions cross join lateral (
      select messages.topic, messages.partition, position, appended_at from messages
      where messages.topic = partitions.topic and messages.partition = partitions.partition order by position limit ${pruneAtOnce}
    ) as oldest
    where partitions.topic = 'bindery.' || service_of_caller() and appended_at < clock_timestamp() - older_than limit ${pruneAtOnce}
  )
  delete from messages using old where messages.topic = old.topic and messages.partition = old.partition and messages.position = old.position;
  get diagnostics pruned = row_count;
  return pruned;
end
$$`;

/** Safe to repeat: rights that were given stay. */
export const eventLogFunctions: readonly string[] = [
  serviceOfCaller,
  append,
  moveGroup,
  prune,
  'revoke execute on all functions in schema event_log from public',
];
