import type { ConsumerGroups, GroupPlace, LogPlace } from '../transport/consumer-groups';

/** What a replay does to one partition. */
export interface ReplayStep extends GroupPlace {
  /** Where the group would go on instead; never behind `offset`, or events would be left out. */
  readonly goesTo: string;
}

/** From when on: a time, or the oldest message that the log still has. */
export type ReplayFrom = Date | 'start';

/** What it takes for a group to read again from a time on, by partition; empty if the group never read one of the topics. Changes nothing. */
export async function planReplay(
  groups: ConsumerGroups,
  group: string,
  from: ReplayFrom,
  topics?: readonly string[],
): Promise<ReplayStep[]> {
  const places = (await groups.places(group)).filter(({ topic }) => !topics || topics.includes(topic));
  const targets = await groups.placesAt([...new Set(places.map(({ topic }) => topic))], toTime(from));
  const targetOf = new Map(targets.map((target) => [nameOf(target), target.offset]));
  return places.map((place) => ({
    ...place,
    goesTo: lesser(targetOf.get(nameOf(place)) ?? place.offset, place.offset),
  }));
}

export const toTime = (from: ReplayFrom): Date => (from === 'start' ? new Date(0) : from);

/** Messages that come again because of a step; on Kafka a few less if some were removed in between. */
export const comingAgain = ({ goesTo, offset }: ReplayStep): number => Number(BigInt(offset) - BigInt(goesTo));

const nameOf = ({ topic, partition }: LogPlace) => `${topic}/${partition}`;

const lesser = (a: string, b: string) => (BigInt(a) < BigInt(b) ? a : b);
