import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';

/** As a balancer closes idle connections: sooner than the servers' grace is long. */
const idleMs = 1_500;
/** As often as an orchestrator's balancers hear of readiness, about. */
const lookMs = 200;
const clients = 8;
/** Between two requests of a client: the machine is not to be the bottleneck. */
const thinkMs = 10;

export interface LoadCounts {
  answered: number;
  readonly dropped: string[];
  /** Keys whose write was acknowledged. */
  readonly written: string[];
}

export interface Load {
  readonly counts: LoadCounts;
  /** Resolves when a gateway is asked again. */
  untilSeenReady(url: string): Promise<void>;
  stop(): Promise<void>;
}

/** A gateway, and where it says whether it may be asked. */
export interface Address {
  readonly url: string;
  readonly readyUrl: string;
}

interface Target extends Address {
  readonly pool: Pool;
  ready: boolean;
}

/** Clients behind a balancer that sends requests to ready gateways, one after the other, and sends none again. */
export function startLoad(gateways: readonly Address[]): Load {
  const targets: Target[] = gateways.map(({ url, readyUrl }) => ({
    url,
    readyUrl,
    pool: new Pool(url, { connections: clients, keepAliveTimeout: idleMs, keepAliveMaxTimeout: idleMs }),
    ready: true,
  }));
  const counts: LoadCounts = { answered: 0, dropped: [], written: [] };
  let going = true;
  let turn = 0;
  const looking = Promise.all(targets.map((target) => lookAt(target, () => going)));
  const asking = Promise.all(
    Array.from({ length: clients }, async () => {
      while (going) {
        const ready = targets.filter((target) => target.ready);
        const target = ready[turn++ % ready.length];
        if (target) await askOnce(target, counts, turn % 3 === 0);
        await pause(thinkMs);
      }
    }),
  );
  return {
    counts,
    async untilSeenReady(url) {
      while (!targets.some((target) => target.url === url && target.ready)) await pause(lookMs);
    },
    async stop() {
      going = false;
      await Promise.all([looking, asking]);
      await Promise.all(targets.map(({ pool }) => pool.destroy()));
    },
  };
}

async function lookAt(target: Target, going: () => boolean): Promise<void> {
  while (going()) {
    target.ready = await fetch(target.readyUrl, { headers: { connection: 'close' } }).then(
      ({ ok }) => ok,
      () => false,
    );
    await pause(lookMs);
  }
}

async function askOnce({ pool, url }: Target, counts: LoadCounts, writes: boolean): Promise<void> {
  const key = randomUUID();
  const query = writes ? 'mutation ($key: ID!) { write(key: $key) }' : '{ viewer { name cards } }';
  const expected = writes ? { write: key } : { viewer: { name: 'Ada', cards: ['card_1'] } };
  try {
    const { statusCode, body } = await pool.request({
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: writes ? { key } : {} }),
    });
    const text = await body.text();
    if (statusCode !== 200 || text.trim() !== JSON.stringify({ data: expected }))
      return void counts.dropped.push(`${url} ${writes ? 'write' : 'read'}: ${statusCode} ${text.slice(0, 300)}`);
    counts.answered += 1;
    if (writes) counts.written.push(key);
  } catch (error) {
    counts.dropped.push(`${url} ${writes ? 'write' : 'read'}: ${String(error)}`);
  }
}
