import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parts, portOf } from './services';

export const root = resolve(__dirname, '../../../..');

/** A whole system started by the start command, as a person would. */
export interface RunningSystem {
  readonly port: number;
  readonly data: string;
  readonly output: () => string;
  /** Ctrl-C; answers the exit code once everything has stopped. */
  stop(): Promise<number | null>;
}

export interface RunOptions {
  readonly port?: number;
  readonly data?: string;
  readonly args?: readonly string[];
}

const startTimeoutMs = 120_000;

/** Starts everything and resolves at the board; rejects with what was printed when the start fails. */
export async function runSystem({ port, data, args = [] }: RunOptions = {}): Promise<RunningSystem> {
  const gateway = port ?? (await freeBasePort());
  const folder = data ?? newDataFolder();
  const child = startCommand(['--port', String(gateway), '--data', folder, ...args]);
  const { output, sawBoard } = watch(child);
  await sawBoard;
  return { port: gateway, data: folder, output, stop: () => interrupt(child) };
}

/** The start command as a child of its own process group, so that a signal reaches it as Ctrl-C would. */
export function startCommand(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [join(root, 'tools/start/main.cjs'), ...args], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
  });
}

/** A folder that PostgreSQL's user can enter when the tests run as root. */
export function newDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bindery-e2e-'));
  chmodSync(folder, 0o755);
  return folder;
}

export function interrupt(child: ChildProcess): Promise<number | null> {
  const ended = new Promise<number | null>((done) =>
    child.exitCode !== null ? done(child.exitCode) : child.once('exit', done),
  );
  if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGINT');
  return ended;
}

function watch(child: ChildProcess): { output: () => string; sawBoard: Promise<void> } {
  let text = '';
  const sawBoard = new Promise<void>((done, fail) => {
    const timer = setTimeout(
      () => fail(new Error(`no board after ${startTimeoutMs / 1000} s:\n${text}`)),
      startTimeoutMs,
    );
    const read = (chunk: Buffer) => {
      text += chunk.toString();
      if (!text.includes('Bindery is running')) return;
      clearTimeout(timer);
      done();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(new Error(`the start ended with ${code}:\n${text}`));
    });
  });
  return { output: () => text, sawBoard };
}

/** Ports from 32768 on are what Linux gives to connections that go out: one that is free now may be taken a moment later. */
const basePorts = { first: 20_000, apart: 50, count: 250 };

/** A gateway port such that it and the ports after it, which the other programs take, are free. */
export async function freeBasePort(): Promise<number> {
  for (;;) {
    const base = basePorts.first + basePorts.apart * Math.floor(Math.random() * basePorts.count);
    const free = await Promise.all(parts.map((part) => isFree(portOf(part, base))));
    if (free.every(Boolean)) return base;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
  });
}

/** The process id of a part of a running system. */
export const pidOf = (data: string, name: string): number =>
  Number(readFileSync(join(data, 'pids', `${name}.pid`), 'utf8'));
