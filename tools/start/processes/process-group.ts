import { setTimeout as pause } from 'node:timers/promises';

/** What is left of a group is asked to end, and killed when it has not ended after so long. */
const patienceMs = 10_000;

/**
 * Ends whatever a child left in its process group, e.g. PostgreSQL's server when the process that watched it was
 * killed. SIGINT is PostgreSQL's fast and clean stop. Resolves when the group is empty.
 */
export async function endGroup(group: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGKILL'] as const) {
    if (!signalGroup(group, signal)) return;
    const deadline = Date.now() + patienceMs;
    while (Date.now() < deadline) {
      if (!signalGroup(group, 0)) return;
      await pause(25);
    }
  }
}

/** False when nobody is left in the group. */
function signalGroup(group: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-group, signal);
    return true;
  } catch {
    return false;
  }
}
