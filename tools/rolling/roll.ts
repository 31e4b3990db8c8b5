import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@bindery/testing';
import { generateGatewayKeys, joinGatewayKeys } from '@bindery/trust';
import { mainFileOf } from '../start/processes/programs';
import { services } from '../start/topology';
import { startLoad } from './load';
import { startReplica, type Replica } from './replica';
import { composeSmallGraph, type SmallSubgraph } from './small-graph';

/** Longer than the gateway keeps an idle connection to a subgraph, and a balancer one to a gateway. */
const drainGraceMs = 5_000;

export interface RollingResult {
  readonly restarts: number;
  readonly answered: number;
  readonly written: number;
  /** Requests without the answer that was expected, each with what came instead. */
  readonly dropped: readonly string[];
  /** Keys that were written more than once. */
  readonly writtenTwice: readonly string[];
  /** Keys whose write was acknowledged and did not happen. */
  readonly lost: readonly string[];
}

/**
 * Two processes each of the gateway and of two subgraphs, under load, restarted in turn, one of each at a time. Every request has
 * to have its answer, and every write to happen once.
 */
export async function rollRestarts(
  restarts: number,
  tell: (line: string) => void = () => undefined,
): Promise<RollingResult> {
  const folder = await mkdtemp(join(tmpdir(), 'bindery-rolling-'));
  const wrote = new Map<string, number>();
  const onMessage = (message: unknown) => {
    const { wrote: key } = message as { wrote?: string };
    if (key) wrote.set(key, (wrote.get(key) ?? 0) + 1);
  };
  const { gateways, subgraphs } = await startAll(folder, onMessage);
  const load = startLoad(gateways);
  // One of each kind at a time: its twin carries the load.
  const waves = [0, 1].map((twin) =>
    [gateways[twin], ...subgraphs.map((twins) => twins[twin])].filter((replica) => replica !== undefined),
  );
  const restart = async (replica: Replica) => {
    await replica.restart();
    if (gateways.includes(replica)) await load.untilSeenReady(replica.url);
  };
  try {
    for (let done = 0; done < restarts;) {
      const wave = (waves[Math.floor(done / 3) % 2] ?? []).slice(0, restarts - done);
      await Promise.all(wave.map(restart));
      done += wave.length;
      tell(
        `${done} restarted, now ${wave.map(({ name }) => name).join(', ')}: ${load.counts.answered} answered, ${load.counts.dropped.length} dropped`,
      );
    }
  } finally {
    await load.stop();
    await Promise.allSettled(waves.flat().map((replica) => replica.stop()));
    await rm(folder, { recursive: true });
  }
  const { answered, dropped, written } = load.counts;
  const writtenTwice = [...wrote].flatMap(([key, times]) => (times > 1 ? [key] : []));
  return {
    restarts,
    answered,
    written: written.length,
    dropped,
    writtenTwice,
    lost: written.filter((key) => !wrote.has(key)),
  };
}

async function startAll(folder: string, onMessage: (message: unknown) => void) {
  const keys = generateGatewayKeys();
  const startSubgraph = async (name: SmallSubgraph, number: number) =>
    startReplica({
      name: `${name} ${number}`,
      file: join(__dirname, 'subgraph.child.ts'),
      args: [name],
      port: await freePort(),
      env: { NODE_ENV: 'development', DRAIN_GRACE_MS: String(drainGraceMs), GATEWAY_KEYS: keys },
      onMessage,
    });
  const identity = [await startSubgraph('identity', 1), await startSubgraph('identity', 2)];
  const binding = [await startSubgraph('binding', 1), await startSubgraph('binding', 2)];
  const supergraph = join(folder, 'supergraph.graphql');
  await writeFile(supergraph, composeSmallGraph());
  const forEach = <T>(value: T) => Object.fromEntries(services.map((name) => [name, value]));
  const urlsOf = (replicas: readonly Replica[]) => replicas.map(({ url }) => url);
  const env = {
    DRAIN_GRACE_MS: String(drainGraceMs),
    // A busy machine makes answers slow; what is looked for here are those that never come.
    SUBGRAPH_TIMEOUT_MS: '15000',
    SUPERGRAPH_PATH: supergraph,
    // No app has registered documents for this graph, and outside of production none is needed.
    NODE_ENV: 'development',
    DOCUMENTS_PATH: folder,
    // The small graph has two; the gateway wants to know where each of the list is.
    SUBGRAPH_URLS: JSON.stringify({ ...forEach(urlsOf(identity)), binding: urlsOf(binding) }),
    ACCESS_TOKEN_JWKS_URL: `${identity[0]?.url}/.well-known/jwks.json`,
    SUBGRAPH_KEYS: joinGatewayKeys(forEach(keys)),
    REQUESTS_PER_ADDRESS: '100000',
  };
  const startGateway = async (number: number) =>
    startReplica({ name: `gateway ${number}`, file: mainFileOf('gateway'), port: await freePort(), env });
  return { gateways: [await startGateway(1), await startGateway(2)], subgraphs: [identity, binding] };
}
