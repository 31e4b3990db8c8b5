import { AsyncLocalStorage } from 'node:async_hooks';
import ConsumerGroup from 'kafkajs/src/consumer/consumerGroup';

const memberIds = new AsyncLocalStorage<string | undefined>();
const { connect } = ConsumerGroup.prototype;

/**
 * A consumer of kafkajs 2.2.4 that starts again joins as a newcomer, and the group waits for its former self until that one's session
 * ends: six seconds in which nobody reads. Here it joins as who it was; a broker that no longer knows the name is asked for a new one.
 */
ConsumerGroup.prototype.connect = function connectAsBefore(this: ConsumerGroup): Promise<void> {
  this.memberId ??= memberIds.getStore() ?? null;
  return connect.call(this);
};

/** Runs what starts a consumer; it joins its group under this name if there is one. */
export const asMember = <T>(memberId: string | undefined, start: () => Promise<T>): Promise<T> =>
  memberIds.run(memberId, start);
