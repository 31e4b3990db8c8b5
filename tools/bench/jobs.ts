import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../start/start-options';

/** Our jobs against pg-boss, as a table in Markdown; four minutes, most of which is waiting for retries and for the dead. */
export async function compareJobs(): Promise<string> {
  const program = ['-r', join(root, 'tools/runtime/register.cjs'), join(root, 'libs/jobs/bench/compare-jobs.ts')];
  return (await promisify(execFile)(process.execPath, program, { cwd: root })).stdout;
}
