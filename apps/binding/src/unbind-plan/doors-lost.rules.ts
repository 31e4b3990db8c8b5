import type { ProviderProfile } from '../catalogue/provider-profile.rules';
import type { Card } from '../lifecycle/card.rules';
import { addDuration } from '../lifecycle/times/moments.rules';
import type { Reader } from '../providers/connector.rules';
import type { PlannedReader, UnbindEffect } from './unbind-effect.rules';

type DoorsLost = Extract<UnbindEffect, { type: 'DOORS_LOST' }>;

/** Doors that will not open any more, with every reader and its own worst case. A door that the provider names no reader of stands for one. */
export function doorsLost(
  { site, doors }: Pick<Card, 'site' | 'doors'>,
  { offlineRevocationWorstCase }: Pick<ProviderProfile, 'offlineRevocationWorstCase'>,
  readers: readonly Reader[] | null,
): DoorsLost[] {
  if (!site || doors.length === 0) return [];
  const told = (readers ?? []).map(({ id, name, line, worstCase }): PlannedReader => {
    return { id, name, line, worstCase: worstCase ?? offlineRevocationWorstCase };
  });
  const untold = doors
    .filter(({ id }) => !told.some((reader) => reader.id === id))
    .map(({ id, name }) => ({ id, name, line: 'UNKNOWN', worstCase: offlineRevocationWorstCase }) as const);
  const all = [...told, ...untold].sort((one, other) => (one.id < other.id ? -1 : 1));
  const offlineWorstCase = all.map(({ worstCase }) => worstCase).reduce(longer, offlineRevocationWorstCase);
  return [{ type: 'DOORS_LOST', site: site.name, doors, offlineWorstCase, readers: all }];
}

const lengthOf = (duration: string): number => addDuration(new Date(0), duration).getTime();
const longer = (one: string, other: string): string => (lengthOf(other) > lengthOf(one) ? other : one);

/** What a plan said of doors; undefined where it said nothing, or was quoted before readers were named. */
export function quotedDoors(effects: readonly UnbindEffect[]): DoorsLost | undefined {
  const doors = effects.find((effect): effect is DoorsLost => effect.type === 'DOORS_LOST');
  return doors && 'readers' in doors ? doors : undefined;
}
