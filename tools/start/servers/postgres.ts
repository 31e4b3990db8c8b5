import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { markFinished, markUnfinished } from '../data/cluster';
import type { Processes } from '../processes/processes';

/** Starts PostgreSQL as a child and resolves when it takes connections; a first start makes the cluster (some 3 s). */
export async function startPostgres(processes: Processes, data: string, port: number): Promise<void> {
  const directory = join(data, 'postgres');
  if (!existsSync(directory)) markUnfinished(directory);
  const child = processes.spawn('postgres', join(__dirname, 'postgres-child.ts'), {
    DATA: data,
    PORT: String(port),
  });
  await Promise.race([new Promise((resolve) => child.once('message', resolve)), processes.failure]);
  markFinished(directory);
}
