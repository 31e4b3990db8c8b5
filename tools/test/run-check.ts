import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../start/start-options';
import type { StageResult } from './summary';

export interface Finished {
  readonly code: number | null;
  readonly output: string;
}

/** Runs a program of `node_modules/.bin` (or node) to its end and answers what it printed; with `inherit` that is shown as it comes instead. */
export function runProgram(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  output: 'pipe' | 'inherit' = 'pipe',
): Promise<Finished> {
  const path = `${join(root, 'node_modules/.bin')}:${process.env.PATH}`;
  const child = spawn(program, [...args], {
    cwd: root,
    env: { ...process.env, PATH: path, TZ: 'UTC', NX_DAEMON: 'false', ...env },
    stdio: ['ignore', output, output],
  });
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output: Buffer.concat(chunks).toString() }));
  });
}

/** A stage that passes or fails as a whole; its output is shown only when it fails. */
export const runCheck = (stage: string, program: string, args: readonly string[]): Promise<StageResult> =>
  judge(stage, runProgram(program, args));

/** The same of something that is running already. */
export async function judge(stage: string, running: Promise<Finished>): Promise<StageResult> {
  const begun = performance.now();
  const { code, output } = await running;
  const passed = code === 0;
  console.log(`${passed ? '✓' : '✗'} ${stage}`);
  if (!passed) console.log(output);
  return {
    stage,
    passed: passed ? 1 : 0,
    failed: passed ? 0 : 1,
    skipped: [],
    seconds: (performance.now() - begun) / 1000,
  };
}
