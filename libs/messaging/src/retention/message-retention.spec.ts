import { retentionDays, topics } from '@bindery/event-contracts';
import { inboxRetentionDays, outboxRetentionDays } from './message-retention';

/** `segment.ms` of Kafka: a segment closes after so long at the latest, and is deleted as a whole. */
const kafkaSegmentDays = 7;

describe('the retention of messages', () => {
  it.each(topics)('remembers what was handled for longer than the log keeps %s', (topic) => {
    expect(inboxRetentionDays).toBeGreaterThan(retentionDays[topic] + kafkaSegmentDays);
  });

  it.each(topics)('shows what was published no longer than the log keeps %s', (topic) => {
    expect(outboxRetentionDays).toBeGreaterThan(0);
    expect(outboxRetentionDays).toBeLessThanOrEqual(retentionDays[topic]);
  });
});
