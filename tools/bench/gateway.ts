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

/** By name; `ours` is what the others are compared with. */
type Contenders = Readonly<Record<string, Contender>>;

/**
 * CPU time and latency of a request through our gateway, with every check on, against Apollo's as it comes, which has
 * none: same graph, same subgraphs, answers equal to the byte, an access token of its own for each request. With another checkout
 * of this repository its gateway takes part in the same run.
 */
export async function benchGateway(before?: string): Promise<BenchResult[]> {
  const world = await startGatewayWorld();
  const contenders: Contenders = {
    'plain @apollo/gateway': await world.startPlain(),
    ...(before ? { [before]: await world.startOurs([], {}, before) } : {}),
    ours: await world.startOurs(),
  };
  try {
    const results: BenchResult[] = [];
    for (const document of benchDocuments) results.push(await compare(world, document, contenders));
    return results;
  } finally {
    await Promise.all(Object.values(contenders).map((each) => each.stop()));
    world.stop();
  }
}

async function compare(world: GatewayWorld, document: BenchDocument, contenders: Contenders): Promise<BenchResult> {
  const { bytes, fetches } = await checkSameWork(world, document, contenders);
  const all = new Map<string, Found[]>(Object.keys(contenders).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const [name, contender] of Object.entries(contenders))
      all.get(name)?.push(await measure(world, document, contender, fetches));
  const found = [...all].map(([name, rows]) => [name, best(rows)] as const);
  const [[, ours] = [], others] = [found.find(([name]) => name === 'ours'), found.filter(([name]) => name !== 'ours')];
  if (!ours) throw new Error('our own gateway was not measured');
  const ratio = (value: number) => Math.round(value * 100) / 100;
  return {
    name: `gateway, ${document.name}: ${fetches} fetches, ${(bytes / 1024).toFixed(1)} KB`,
    unit: 'requests per CPU second',
    ours: 1000 / ours.cpuMs,
    theirs: Object.fromEntries(others.map(([name, { cpuMs }]) => [name, 1000 / cpuMs])),
    ratios: Object.fromEntries(others.map(([name, { cpuMs }]) => [name, ratio(cpuMs / ours.cpuMs)])),
    note: [
      ...found.map(([name, each]) => `${name} ${toText(each)}`),
      `load of the machine ${loadavg()[0]?.toFixed(1)}`,
    ].join('\n  '),
  };
}

/** Answers of all, compared to the byte, and the subgraph requests each makes for one of a client. Warms them up. */
async function checkSameWork(world: GatewayWorld, document: BenchDocument, contenders: Contenders) {
  let expected: Buffer | undefined;
  const fetches: number[] = [];
  for (const { url } of Object.values(contenders)) {
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
