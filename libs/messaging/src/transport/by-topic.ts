import type { OutgoingMessage } from './transport';

/** The messages of each topic, in their order. */
export function byTopic(messages: readonly OutgoingMessage[]): ReadonlyMap<string, readonly OutgoingMessage[]> {
  const topics = new Map<string, OutgoingMessage[]>();
  for (const message of messages) {
    const ofTopic = topics.get(message.topic);
    if (ofTopic) ofTopic.push(message);
    else topics.set(message.topic, [message]);
  }
  return topics;
}
