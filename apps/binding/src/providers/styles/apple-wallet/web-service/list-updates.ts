import type { EntityManager } from 'typeorm';
import type { Pass } from '../passes/pass.rules';
import { listUpdated } from '../passes/registration.repository';

export interface Updates {
  readonly lastUpdated: string;
  readonly serialNumbers: readonly string[];
}

/** More than any phone holds of one type; what is cut off has later tags and comes with the next question. */
const updatesMax = 500;

/** What has changed on a device since the tag it was given last; null when nothing has. A tag that is none of ours counts as none at all. */
export async function listUpdates(
  db: EntityManager,
  of: Pick<Pass, 'provider' | 'passType'>,
  deviceLibraryId: string,
  given: unknown,
): Promise<Updates | null> {
  const since = typeof given === 'string' && /^\d{1,18}$/.test(given) ? given : '0';
  const updated = await listUpdated(db, of, deviceLibraryId, { since, limit: updatesMax });
  const last = updated.at(-1);
  return last ? { lastUpdated: last.tag, serialNumbers: updated.map(({ serialNumber }) => serialNumber) } : null;
}
