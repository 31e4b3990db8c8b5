import { AsyncLocalStorage } from 'node:async_hooks';
import { Client } from 'pg';
import type { TestSubgraph } from './start-test-subgraph';

/** One try of an act, with whatever it needs made before. */
export interface PreparedAct {
  readonly run: () => Promise<unknown>;
  /** What people told us or were told in it, and what is made of that: nothing of it may be in any log. */
  readonly canaries: readonly string[];
}

export interface DeadSessions {
  /** How many statements the act has: so often its session was ended, at each of them once. */
  readonly statements: number;
  /** Lines of the log that tell of a failure. */
  readonly failures: number;
  /** Canaries that were found in what was written, by the log or past it. */
  readonly found: readonly string[];
}

interface Killing {
  left: number;
  done: boolean;
}

/** Levels of pino from warn on. */
const failurePattern = /"level":[456]0/;

/**
 * Plays an act again and again, while PostgreSQL ends its session at the first statement, then at the second, and so on until the act has no
 * more. Statements of the background do not count.
 */
export async function playWithDeadSessions(
  { lines }: Pick<TestSubgraph<unknown>, 'lines'>,
  prepare: () => Promise<PreparedAct>,
): Promise<DeadSessions> {
  const killing = new AsyncLocalStorage<Killing>();
  const restoreQuery = killAt(killing);
  const beside: string[] = [];
  const restoreOutput = [process.stdout, process.stderr].map((stream) => listenTo(stream, beside));
  const from = lines.length;
  const canaries: string[] = [];
  let statements = 0;
  try {
    for (; ; statements += 1) {
      const act = await prepare();
      canaries.push(...act.canaries);
      const state: Killing = { left: statements, done: false };
      // Whatever it answers, or throws: this is about what is told of it.
      await killing.run(state, async () => void (await act.run())).catch(() => undefined);
      if (!state.done) break;
    }
  } finally {
    [restoreQuery, ...restoreOutput].forEach((restore) => restore());
  }
  const written = lines.slice(from);
  const all = [...written, ...beside].join('');
  return {
    statements,
    failures: written.filter((line) => failurePattern.test(line)).length,
    found: [...new Set(canaries)].filter((canary) => all.includes(canary)),
  };
}

/** Statements of a session are done in the order in which they were said, so the one that ends it comes right before the one that is due. */
function killAt(killing: AsyncLocalStorage<Killing>): () => void {
  const { query } = Client.prototype;
  const killingQuery = function (this: Client, ...given: unknown[]): unknown {
    const state = killing.getStore();
    if (state && !state.done && state.left-- === 0) {
      state.done = true;
      const ended = Reflect.apply(query, this, ['select pg_terminate_backend(pg_backend_pid())']) as Promise<unknown>;
      ended.catch(() => undefined);
    }
    return Reflect.apply(query, this, given);
  };
  Client.prototype.query = killingQuery as typeof query;
  return () => void (Client.prototype.query = query);
}

function listenTo(stream: NodeJS.WriteStream, heard: string[]): () => void {
  const { write } = stream;
  stream.write = ((text: string | Uint8Array) => heard.push(String(text)) > 0) as typeof write;
  return () => void (stream.write = write);
}
