import { posix } from 'node:path';

/** A room with more files than this beside its specs is two features, or has a room inside it (ADR 30). */
export const mostFiles = 25;

/** The folders among these files that are too full, with how many files each has. Rooms inside a room count for themselves. */
export function fullRooms(files: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const file of files.filter((each) => !each.endsWith('.spec.ts'))) {
    const room = posix.dirname(file);
    counts.set(room, (counts.get(room) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > mostFiles).map(([room, count]) => `${room} has ${count} files`);
}
