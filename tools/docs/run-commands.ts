import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import type { DocumentCommand } from './read-commands';

/** One command of a document has this long. */
const timeoutMs = 240_000;

/** What stays in the background has this long to end after Ctrl-C. */
const stopTimeoutMs = 60_000;

/** Runs the commands one after another; those that stay are stopped at the end as Ctrl-C would. */
export async function runCommands(
  commands: readonly DocumentCommand[],
  cwd: string,
): Promise<{ passed: number; failed: number }> {
  const background: ChildProcess[] = [];
  let failed = 0;
  for (const command of commands) {
    const { child, problem } = await runCommand(command, cwd);
    if (command.runsUntil) background.push(child);
    if (problem) failed += 1;
    console.log(
      `${problem ? '✗' : '✓'} line ${command.line}: ${command.script.trim().split('\n')[0]}${problem ? `\n${problem}` : ''}`,
    );
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
      else if (answer !== undefined && !contains(output, answer))
        done(`the answer is not the one in the document:\n${answer}`);
      else done(runsUntil && `ended without printing “${runsUntil}”`);
    });
  });
}

/**
 * Ctrl-C: the signal goes to the whole group. True when all of it has ended in time, by itself or by that signal; a
 * program that lives on keeps the output open.
 */
async function interrupt(child: ChildProcess): Promise<boolean> {
  const closed = new Promise<string>((resolve) =>
    child.once('close', (code, signal) => resolve(signal ?? `code ${code}`)),
  );
  if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGINT');
  const ending = await Promise.race([closed, pause(stopTimeoutMs, 'not in time')]);
  const passed = ending === 'SIGINT' || ending === 'code 0';
  console.log(`${passed ? '✓' : '✗'} Ctrl-C: ended with ${ending}`);
  return passed;
}

const squeeze = (text: string) => text.replace(/\s+/g, '');
const contains = (output: string, answer: string) => squeeze(output).includes(squeeze(answer));
