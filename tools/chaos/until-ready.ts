import { setTimeout as pause } from 'node:timers/promises';
import { portsFrom, readyUrlOf, services } from '../start/topology';

/** Resolves when the gateway and all services can do their work; throws with the names of those that cannot when the time is over. */
export async function untilReady(port: number, withinMs: number): Promise<void> {
  const ports = portsFrom(port);
  const urls = (['gateway', ...services] as const).map((name) => [name, readyUrlOf(ports[name])] as const);
  for (const deadline = Date.now() + withinMs; ; await pause(250)) {
    const asked = await Promise.all(
      urls.map(async ([name, url]) => ({
        name,
        ready: await fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
          ({ ok }) => ok,
          () => false,
        ),
      })),
    );
    const waiting = asked.filter(({ ready }) => !ready).map(({ name }) => name);
    if (waiting.length === 0) return;
    if (Date.now() > deadline)
      throw new Error(`${waiting.join(', ')} not ready ${withinMs / 1_000} s after the last fault`);
  }
}
