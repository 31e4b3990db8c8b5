/**
 * The log for people: an event a row, its attributes as columns, its data as JSON. With the rights of whoever asks, so it
 * shows nobody more than the tables do. What is no JSON, no time or no number is null: a message that nobody can read hides no other.
 */
export const eventsView: readonly string[] = [
  `create or replace function event_log.read_json(text_of_json text) returns jsonb language plpgsql immutable strict parallel safe as $$
begin
  return text_of_json::jsonb;
exception when others then
  return null;
end
$$`,
  ...['timestamptz', 'bigint'].map(
    (
      type,
    ) => `create or replace function event_log.read_${type}(text_of_it text) returns ${type} language plpgsql stable strict parallel safe as $$
begin
  return text_of_it::${type};
exception when others then
  return null;
end
$$`,
  ),
  `create or replace view event_log.events with (security_invoker = true) as
   select
     topic, partition, position, appended_at, key,
     attributes ->> 'ce_id' as id,
     attributes ->> 'ce_type' as type,
     attributes ->> 'ce_source' as source,
     event_log.read_timestamptz(attributes ->> 'ce_time') as time,
     event_log.read_bigint(attributes ->> 'ce_sequence') as sequence,
     attributes ->> 'ce_traceparent' as traceparent,
     data
   from (
     select topic, partition, position, appended_at, key,
       event_log.read_json(headers) as attributes, event_log.read_json(value) as data
     from event_log.messages
   ) as message`,
];
