import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../../..');
const preloaded = ['tools/runtime/register.cjs', 'tools/start/processes/end-with-parent.cjs'];

/**
 * A program of the repository as a process of its own, for a test: `main` is its file from the root, `env` all of its environment. It ends when the
 * test run does, however that goes, and a run does not wait for it: what a failed test leaves behind keeps nobody.
 */
export function startProgram(
  main: string,
  env: Readonly<Record<string, string | undefined>>,
  output: 'ignore' | 'pipe' = 'ignore',
): ChildProcess {
  const child = fork(join(root, main), {
    cwd: root,
    execArgv: preloaded.flatMap((file) => ['-r', join(root, file)]),
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', output, output === 'pipe' ? 'pipe' : 'inherit', 'ipc'],
  });
  child.unref();
  child.channel?.unref();
  return child;
}
