import type { ConsumerGroups } from './consumer-groups';

/** A message on its way into the log. */
export interface OutgoingMessage {
  readonly topic: string;
  /** Messages of one key keep their order. */
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: string;
}

/**
 * One writer's way into the log: what is given to it is appended in the order of the calls. Once something went wrong it takes nothing more,
 * and what is not known to be durable may be forgotten, from some message to the last one. Then open another and begin again with the oldest of them.
 */
export interface Publisher {
  /** Resolves when the next messages may be given. Readers may see these already. Rejects with MessageTooLarge before anything of the call is written. */
  append(messages: readonly OutgoingMessage[]): Promise<Appended>;
  /** Waits for nothing. */
  close(): Promise<void>;
}

/** What a publisher has taken. */
export interface Appended {
  /** Resolves when the log keeps them whatever happens to it; rejects if that is not certain. */
  readonly durable: Promise<void>;
}

/** A message as the log keeps it. Nothing about its content is certain: it may have been written by anybody. */
export interface IncomingMessage {
  readonly topic: string;
  readonly partition: number;
  /** Decimal text; counts up within a partition. */
  readonly offset: string;
  readonly key: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: string;
}

/** What a member of a consumer group asks for. */
export interface Subscription {
  /** The consumer group: each message goes to one member of each group. A new group starts at the beginning of the log. */
  readonly group: string;
  readonly topics: readonly string[];
  /**
   * Called for each message, one at a time within a partition. The position moves on when it resolves;
   * if it rejects, the message comes again, here or at another member.
   */
  readonly handle: (message: IncomingMessage) => Promise<void>;
  /**
   * Called first when several messages of one partition are there: true if all of them are handled as by `handle`, false if none is and
   * they shall be handled one at a time. Never rejects.
   */
  readonly handleTogether?: (messages: readonly IncomingMessage[]) => Promise<boolean>;
}

/** A member of a consumer group, until it stops. */
export interface GroupMember {
  /** Takes no more messages, waits for those being handled, records the position and leaves the group. */
  stop(): Promise<void>;
}

/** What a tail asks for. */
export interface TailOptions {
  readonly topics: readonly string[];
  /** Messages appended to the log at this time or later, of those it still has. */
  readonly from: Date;
  /**
   * Called for each message in the order of its partition, one at a time. Each message comes once; only at a restart of the log may the last
   * ones come again. If it throws or rejects that is logged, and the next message comes.
   */
  readonly onMessage: (message: IncomingMessage) => void | Promise<void>;
}

/** A reader without a group, until it stops. */
export interface Tail {
  /**
   * All that was in the log at this time has been told; milliseconds since the epoch, 0 while the tail still reads what was there when it began. It goes on
   * by itself each second or so as long as the log answers, messages or none: when it stands still, nobody knows what is in the log.
   */
  readonly toldAsOf: number;
  /** Waits for the message being told of; none comes after that. */
  stop(): Promise<void>;
}

/** What a service does with the event log. */
export interface ServiceTransport {
  /** The way in of the relay, which can send again what turns out not to be durable. */
  openPublisher(): Publisher;
  /** Joins the group. Comes back by itself after the log was away. */
  consume(subscription: Subscription): Promise<GroupMember>;
  /** Deletes what is older than the retention of this service's own topic; how many messages. Kafka does so by itself: 0. */
  prune(): Promise<number>;
  close(): Promise<void>;
}

/** The event log: topics with partitions, offsets and consumer groups, on PostgreSQL or on Apache Kafka. */
export interface Transport extends ServiceTransport {
  /**
   * Appends all, in order within each key. Rejects with MessageTooLarge before anything is written if one of them is too large; else if it is not
   * certain that all are durable; some may be then.
   */
  publish(messages: readonly OutgoingMessage[]): Promise<void>;
  /** For operators. */
  readonly groups: ConsumerGroups;
  /**
   * Reads all partitions without a group: each tail is told of every message, and nothing is kept of how far it came. Begins and
   * goes on by itself whenever the log is there.
   */
  tail(options: TailOptions): Tail;
}
