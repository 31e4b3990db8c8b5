import { loadavg } from 'node:os';
import type { BenchResult } from './bench-result';
import type { Contender } from './gateway/contender';
import { benchDocuments, type BenchDocument } from './gateway/documents';
import { loadWith, percentile } from './gateway/load';
import { startGatewayWorld, type GatewayWorld } from './gateway/world';

/** The contenders take turns; others use the machine too, so the best round of each counts. */
const rounds = 3;
const secondsEach = 3;
/** Enough to keep the gateway busy; latency is measured with one request at a time, where nobody waits for a core. */
const concurrency = 16;
/** More than any gateway here answers in one measurement. */
const tokensEach = 30_000;

interface Found {
  cpuMs: number;
  p50: number;
  p99: number;
  perSecond: number;
}

/**
 * CPU time and latency of a request through our gateway, with every check on, against Apollo's as it comes, which has
 * none: same graph, same subgraphs, answers equal to the byte, an access token of its own for each request.
 */
export async function benchGateway(): Promise<BenchResult[]> {
  const world = await startGatewayWorld();
  const ours = await world.startOurs();
  const plain = await world.startPlain();
  try {
    const results: BenchResult[] = [];
    for (const document of benchDocuments) results.push(await compare(world, document, { ours, plain }));
    return results;
  } finally {
    await Promise.all([ours.stop(), plain.stop()]);
    world.stop();
  }
}

async function compare(
  world: GatewayWorld,
  document: BenchDocument,
  contenders: { ours: Contender; plain: Contender },
): Promise<BenchResult> {
  const { bytes, fetches } = await checkSameWork(world, document, contenders);
  const ours: Found[] = [];
  const plain: Found[] = [];
  for (let round = 0; round < rounds; round++) {
    plain.push(await measure(world, document, contenders.plain, fetches));
    ours.push(await measure(world, document, contenders.ours, fetches));
  }
  const [mine, theirs] = [best(ours), best(plain)];
  const ratio = (value: number) => Math.round(value * 100) / 100;
  return {
    name: `gateway, ${document.name}: ${fetches} fetches, ${(bytes / 1024).toFixed(1)} KB`,
    unit: 'requests per CPU second',
    ours: 1000 / mine.cpuMs,
    theirs: { 'plain @apollo/gateway': 1000 / theirs.cpuMs },
    ratios: { 'plain @apollo/gateway': ratio(theirs.cpuMs / mine.cpuMs) },
    note: [`ours ${toText(mine)}`, `plain ${toText(theirs)}`, `load of the machine ${loadavg()[0]?.toFixed(1)}`].join(
      '\n  ',
    ),
  };
}

/** Answers of both, compared to the byte, and the subgraph requests each makes for one of a client. Warms both up. */
async function checkSameWork(
  world: GatewayWorld,
  document: BenchDocument,
  { ours, plain }: { ours: Contender; plain: Contender },
) {
  let expected: Buffer | undefined;
  const fetches: number[] = [];
  for (const { url } of [plain, ours]) {
    await world.makeTokens(tokensEach);
    await world.takeCalls();
    const { requests, answer } = await loadWith({
      url,
      document,
      concurrency: 4,
      seconds: 4,
      nextToken: world.nextToken,
      expected,
    });
    const { calls, strangers } = await world.takeCalls();
    if (strangers > 0) throw new Error(`${strangers} subgraph requests came without authorisation`);
    expected ??= answer;
    fetches.push(calls / requests);
  }
  if (new Set(fetches).size > 1) throw new Error(`the work differs: ${fetches.join(' and ')} fetches a request`);
  return { bytes: expected?.length ?? 0, fetches: fetches[0] ?? 0 };
}

async function measure(
  world: GatewayWorld,
  document: BenchDocument,
  contender: Contender,
  fetches: number,
): Promise<Found> {
  await world.makeTokens(tokensEach);
  await world.takeCalls();
  const before = await contender.use();
  const busy = await loadWith({
    url: contender.url,
    document,
    concurrency,
    seconds: secondsEach,
    nextToken: world.nextToken,
  });
  const after = await contender.use();
  const quiet = await loadWith({
    url: contender.url,
    document,
    concurrency: 1,
    seconds: 1,
    nextToken: world.nextToken,
  });
  const { calls } = await world.takeCalls();
  if (calls !== fetches * (busy.requests + quiet.requests))
    throw new Error(`${calls} subgraph requests for ${busy.requests + quiet.requests} of clients`);
  return {
    cpuMs: ((after.cpuSeconds - before.cpuSeconds) * 1000) / busy.requests,
    perSecond: busy.requests / secondsEach,
    p50: percentile(quiet.latencies, 0.5),
    p99: percentile(quiet.latencies, 0.99),
  };
}

const best = (found: readonly Found[]): Found => ({
  cpuMs: Math.min(...found.map(({ cpuMs }) => cpuMs)),
  p50: Math.min(...found.map(({ p50 }) => p50)),
  p99: Math.min(...found.map(({ p99 }) => p99)),
  perSecond: Math.max(...found.map(({ perSecond }) => perSecond)),
});

const toText = ({ cpuMs, p50, p99, perSecond }: Found) =>
  `${cpuMs.toFixed(2)} ms CPU a request, ${Math.round(perSecond)} a second at ${concurrency} at once; alone p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms`;
