import { forgetClaims } from '../inbox/forget-claims';
import type { SqlSession } from '../sql-session';
import { GroupAtWork } from '../transport/consumer-groups';
import type { Transport } from '../transport/transport';
import { comingAgain, type ReplayFrom, type ReplayStep } from './plan-replay';
import { readSteps } from './read-steps';

interface ReplayOptions {
  readonly transport: Pick<Transport, 'groups' | 'tail'>;
  readonly group: string;
  readonly from: ReplayFrom;
  /** As planned for that time. */
  readonly steps: readonly ReplayStep[];
  /**
   * The database of the service, to have events applied again that were handled already: their claims in the inbox are forgotten.
   * Left out, only what was never handled is, which heals gaps and does no harm.
   */
  readonly applyAgainIn?: SqlSession | undefined;
}

/**
 * Makes a group read again as planned; answers how many claims were forgotten. Rejects with GroupAtWork, having changed nothing, while the
 * group has members. May be repeated when it failed half-way.
 */
export async function replayGroup({ transport, group, from, steps, applyAgainIn }: ReplayOptions): Promise<number> {
  const moving = steps.filter((step) => comingAgain(step) > 0);
  if (await transport.groups.countMembers(group)) throw new GroupAtWork(group);
  let forgotten = 0;
  if (applyAgainIn)
    await readSteps(transport, from, moving, async (eventIds) => {
      forgotten += await forgetClaims(applyAgainIn, group, eventIds);
    });
  const places = moving.map(({ topic, partition, goesTo }) => ({ topic, partition, offset: goesTo }));
  if (places.length) await transport.groups.move(group, places);
  return forgotten;
}
