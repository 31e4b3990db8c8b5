import { spawn, type ChildProcess } from 'node:child_process';
import type { DocumentCommand } from './read-commands';

/** One command of a document has this long. */
const timeoutMs = 240_000;

/** Runs the commands one after another; those that stay are stopped at the end as Ctrl-C would. */
export async function runCommands(commands: readonly DocumentCommand[], cwd: string): Promise<{ passed: number; failed: number }> {
  const background: ChildProcess[] = [];
  let failed = 0;
  for (const command of commands) {
    const { child, problem } = await runCommand(command, cwd);
    if (command.runsUntil) background.push(child);
    if (problem) failed += 1;
    console.log(`${problem ? '✗' : '✓'} line ${command.line}: ${command.script.trim().split('\n')[0]}${problem ? `\n${problem}` : ''}`);
  }
  for (const child of background) failed += (await interrupt(child)) ? 0 : 1;
  return { passed: commands.length + background.length - failed, failed };
}

interface Outcome {
  readonly child: ChildProcess;
  readonly problem?: string;
}

function runCommand({ script, runsUntil, answer }: DocumentCommand, cwd: string): Promise<Outcome> {
  const child = spawn('bash', ['-ec', script], { cwd, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  return new Promise((resolve) => {
    const done = (problem?: string) => {
      clearTimeout(timer);
      resolve({ child, problem: problem && `${problem}\n${output.slice(-4_000)}` });
    };
    const timer = setTimeout(() => done(`not done within ${timeoutMs / 1000} s`), timeoutMs);
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (runsUntil && output.includes(runsUntil)) done();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('close', (code) => {
      if (code !== 0) done(`exit code ${code}`);
      else if (answer !== undefined && !contains(output, answer)) done(`the answer is not the one in the document:\n${answer}`);
      else done(runsUntil && `ended without printing “${runsUntil}”`);
    });
  });
}

/** Ctrl-C: the signal goes to the whole group. True when the command then ended by itself with code 0. */
async function interrupt(child: ChildProcess): Promise<boolean> {
  const ended = new Promise<number | null>((resolve) => (child.exitCode !== null ? resolve(child.exitCode) : child.once('exit', resolve)));
  if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGINT');
  const code = await ended;
  console.log(`${code === 0 ? '✓' : '✗'} stopped with code ${code}`);
  return code === 0;
}

const squeeze = (text: string) => text.replace(/\s+/g, '');
const contains = (output: string, answer: string) => squeeze(output).includes(squeeze(answer));
