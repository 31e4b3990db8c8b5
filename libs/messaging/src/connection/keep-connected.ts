import { toConnection } from '@bindery/persistence';
import type { Log } from '@bindery/service';
import type { Client } from 'pg';
import { createCuttableClient } from './cuttable-client';
import { backoffMs, pause } from './pause';
import { withTimeout } from './with-timeout';

interface KeepConnectedOptions {
  readonly url: string;
  /** Seen in pg_stat_activity. */
  readonly name: string;
  readonly log: Log;
}

/** After a stop, a server that does not answer is left alone: locks and places of the session are then free when it notices. */
const goodbyeMs = 5_000;

/**
 * A session here holds locks. Should this process be cut off from the network, its server finds out after about 11 s by these, and gives
 * the locks to others; left alone it would wait for hours.
 */
const deadPeerOptions = '-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3';

export interface Kept {
  /** Fires the signal of the work going on, waits for it to end, and disconnects. */
  stop(): Promise<void>;
}

/**
 * Does a work on a connection of its own, again on a new one whenever it was lost, until stopped.
 * The signal fires when the connection is lost or the work shall stop; locks of the session are gone in the first case.
 */
export function keepConnected(
  options: KeepConnectedOptions,
  work: (client: Client, ended: AbortSignal) => Promise<void>,
): Kept {
  const stopping = new AbortController();

  async function run(): Promise<void> {
    for (let failures = 0; !stopping.signal.aborted;) {
      try {
        await connectAndWork(options, stopping.signal, work, () => (failures = 0));
      } catch (error) {
        failures += 1;
        options.log.warn(
          { err: error, connection: options.name, failures },
          'connection lost or refused, trying again',
        );
      }
      // A second at most: whatever was away, work resumes well within 10 s of its return.
      if (!stopping.signal.aborted) await pause(backoffMs(failures, 100, 1_000), stopping.signal);
    }
  }

  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function connectAndWork(
  { url, name }: KeepConnectedOptions,
  stopping: AbortSignal,
  work: (client: Client, ended: AbortSignal) => Promise<void>,
  onConnected: () => void,
): Promise<void> {
  const lost = new AbortController();
  const { client, cut } = createCuttableClient({
    ...toConnection(url),
    application_name: name,
    keepAlive: true,
    options: deadPeerOptions,
    connectionTimeoutMillis: 5_000,
    // A server that is there but does not answer is as good as away.
    query_timeout: 15_000,
  });
  // Without a listener an 'error' (PostgreSQL restarted) would end the process.
  client.on('error', (error) => lost.abort(error));
  client.on('end', () => lost.abort());
  let goodbye: NodeJS.Timeout | undefined;
  const sayGoodbye = () => (goodbye = setTimeout(cut, goodbyeMs));
  stopping.addEventListener('abort', sayGoodbye);
  try {
    await client.connect();
    onConnected();
    await work(client, AbortSignal.any([lost.signal, stopping]));
  } finally {
    stopping.removeEventListener('abort', sayGoodbye);
    clearTimeout(goodbye);
    // A frozen server never says goodbye; it drops the session when it wakes and finds the socket closed.
    await withTimeout(
      client.end().catch(() => undefined),
      1_000,
    );
  }
}
