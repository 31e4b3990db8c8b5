/** The topics there are: one for each service that publishes, and only that service may write to it. */
export const topics = ['bindery.identity', 'bindery.binding', 'bindery.verification', 'bindery.notification'] as const;

export type Topic = (typeof topics)[number];

/** Order is kept within a partition, so this bounds how many members of a consumer group can share a topic. */
export const partitionsPerTopic = 6;

/** The one topic that a service publishes on. */
export const topicOf = (service: string): string => `bindery.${service}`;
