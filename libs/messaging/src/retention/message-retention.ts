import { longestRetentionDays, shortestRetentionDays } from '@bindery/event-contracts';

/**
 * How many days a consumer remembers what it handled. Twice as long as any log keeps it: an event that comes again by a replay must be known
 * again, and Kafka deletes whole segments, the last of which may stay a week beyond the retention.
 */
export const inboxRetentionDays = 2 * longestRetentionDays;

/** How many days the outbox shows what was published: a week for whoever looks into an incident, and never longer than the log has it. */
export const outboxRetentionDays = Math.min(7, shortestRetentionDays);
