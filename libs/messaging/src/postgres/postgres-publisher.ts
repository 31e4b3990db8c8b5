import { toConnection } from '@bindery/persistence';
import type { Client } from 'pg';
import { createCuttableClient } from '../connection/cuttable-client';
import { timedOut, withTimeout } from '../connection/with-timeout';
import { byTopic } from '../transport/by-topic';
import { checkSizes } from '../transport/message-too-large';
import type { Publisher } from '../transport/transport';
import { append } from './append';

/**
 * Two sessions: one appends and waits for no disk, so readers see messages at once; the other then has the disk keep all that was appended before.
 * Should the server crash in between, it forgets a tail of the log, and both sessions end. A flush that succeeds on a session which is older than
 * the append therefore proves that no crash lay between them; so neither session is ever replaced by a new one.
 */
export function openPostgresPublisher(url: string, service: string): Publisher {
  const failing = new AbortController();
  const fail = (error?: Error) => failing.abort(error ?? new Error('connection to the event log lost'));

  async function open(): Promise<Client> {
    const { client, cut } = createCuttableClient({
      ...toConnection(url),
      application_name: `${service} event log`,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 15_000,
    });
    client.on('error', fail);
    client.on('end', fail);
    failing.signal.addEventListener('abort', cut);
    await client.connect();
    return client;
  }

  async function openBoth(): Promise<readonly [writer: Client, flusher: Client]> {
    const [writer, flusher] = await Promise.all([open(), open()]);
    await writer.query('set synchronous_commit to off');
    return [writer, flusher];
  }

  const sessions = openBoth();
  sessions.catch(fail);
  let lastFlush: Promise<unknown> = Promise.resolve();
  let nextFlush: Promise<void> | undefined;

  /** All that was appended while one flush is under way shares the next. */
  function flush(flusher: Client): Promise<void> {
    nextFlush ??= lastFlush.then(async () => {
      nextFlush = undefined;
      await flusher.query(waitForDisk);
    });
    lastFlush = nextFlush;
    lastFlush.catch(fail);
    return nextFlush;
  }

  return {
    async append(messages) {
      checkSizes(messages);
      const [writer, flusher] = await sessions;
      failing.signal.throwIfAborted();
      try {
        for (const [topic, ofTopic] of byTopic(messages)) await append(writer, topic, ofTopic);
      } catch (error) {
        fail(error as Error);
        throw error;
      }
      return { durable: flush(flusher) };
    },
    async close() {
      const both = await withTimeout(
        sessions.catch(() => undefined),
        1_000,
      );
      if (both && both !== timedOut)
        await withTimeout(Promise.all(both.map((client) => client.end().catch(() => undefined))), 1_000);
      fail(new Error('closed'));
    },
  };
}

// A transaction that writes a record of its own and nothing else: its commit is as durable as any other, on standbys too where there are.
const waitForDisk = { name: 'wait-for-disk', text: "select pg_logical_emit_message(true, 'event_log', '')" };
