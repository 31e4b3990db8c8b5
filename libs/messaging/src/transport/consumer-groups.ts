/** An offset in one partition; decimal text. */
export interface LogPlace {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
}

/** Where a consumer group stands in one partition: `offset` is what it handles next. */
export interface GroupPlace extends LogPlace {
  /** The offset that the next message written there will have. */
  readonly end: string;
}

/** What an operator asks of consumer groups. A service may move its own groups only. */
export interface ConsumerGroups {
  /** One entry for each partition of every topic that the group ever read, and of `topics`, which it may not have come to. */
  places(group: string, topics?: readonly string[]): Promise<GroupPlace[]>;
  /** How many members are at work now; one that died counts until the log has noticed. */
  countMembers(group: string): Promise<number>;
  /** The place in each partition of the first message written at that time or later; its end if there is none. */
  placesAt(topics: readonly string[], time: Date): Promise<LogPlace[]>;
  /** Moves a group that nobody is a member of. Rejects with GroupAtWork otherwise, and nothing is moved. */
  move(group: string, places: readonly LogPlace[]): Promise<void>;
}

/** A group with members cannot be moved: they would go on where they are and record that. */
export class GroupAtWork extends Error {
  override readonly name = 'GroupAtWork';
  readonly code = 'GROUP_AT_WORK';

  constructor(readonly group: string) {
    super(`the consumers of ${group} are at work`);
  }
}
