import { TimeNotMoved, type SimulatedWorld } from '@bindery/simulated-world';
import type { Scene } from './scene';

/** Moves the time of the whole sandbox, and tells it. False where the sandbox is as far ahead as it may be. */
export async function moveTime(
  { world, story }: Pick<Scene, 'world' | 'story'>,
  move: Parameters<SimulatedWorld['moveTime']>[0],
): Promise<boolean> {
  try {
    const { now, behind = [] } = await world.moveTime(move);
    story.check(behind.length === 0, 'timeMoved', { at: new Date(now) });
    return true;
  } catch (error) {
    if (!(error instanceof TimeNotMoved) || error.code !== 'CLOCK_TOO_FAR') throw error;
    story.tell('timeUsedUp');
    return false;
  }
}
