import { createSimulatedWorld } from '@bindery/simulated-world';
import { createGraphClient, createWallet, type PlanView, type Wallet } from '@bindery/wallet-client';
import { portsFrom, urlOf } from '../start/topology';
import type { BenchResult } from './bench-result';

/** One card each: an unbind changes the plans of the holder's other cards. */
const holders = 100;
/** Requests on the way at once: enough to keep two cores busy, few enough not to measure the queue. */
const concurrency = 16;

interface Prepared {
  readonly wallet: Wallet;
  readonly bindingId: string;
  readonly cardId: string;
  readonly plan: PlanView;
  readonly proof: string;
}

/**
 * Unbind commands a second through the gateway, each with its own card, plan and proof, against the plainest signed-in
 * query on the same system in the same run. Also how long until the last one is UNBOUND at the provider.
 */
export async function benchUnbind(port: number): Promise<BenchResult> {
  const indexes = Array.from({ length: holders }, (_, index) => index);
  const prepared = await inParallel(indexes, 4, (index) => prepareHolder(port, index));
  const plain = await rate(prepared, ({ wallet }) => wallet.graph.ask('{ viewer { id } }', {}, wallet.accessToken));
  const begun = performance.now();
  const unbinds = await rate(prepared, async ({ wallet, bindingId, plan, proof }) => {
    const outcome = await wallet.requestUnbind(bindingId, plan, proof, 'NO_LONGER_USED');
    if (outcome.__typename !== 'RequestUnbindSuccess')
      throw new Error(`an unbind was refused: ${outcome.__typename} ${outcome.message ?? ''}`);
  });
  await inParallel(prepared, concurrency, ({ wallet, cardId }) => wallet.waitForStatus(cardId, 'UNBOUND'));
  const settledSeconds = (performance.now() - begun) / 1000;
  return {
    name: 'unbind commands through the gateway',
    unit: 'a second',
    ours: unbinds,
    theirs: { '{ viewer { id } }': plain },
    ratios: { '{ viewer { id } }': Math.round((unbinds / plain) * 100) / 100 },
    note: `${prepared.length} unbinds, ${concurrency} at once; all UNBOUND at the provider ${settledSeconds.toFixed(1)} s after the first request`,
  };
}

async function prepareHolder(port: number, index: number): Promise<Prepared> {
  const ports = portsFrom(port);
  const phone = `+86136${String((Date.now() % 1e6) * 100 + index).padStart(8, '0')}`;
  const person = { phone, password: 'brass-window-29-meadow', displayName: `Bench ${index}`, locale: 'en' } as const;
  const graph = createGraphClient({ endpoint: `${urlOf(ports.gateway)}/graphql`, locale: 'en' });
  const wallet = createWallet(graph, createSimulatedWorld(urlOf(ports['provider-simulator'])), person);
  await wallet.register();
  const { deviceId } = await wallet.logIn('Bench phone');
  const { cardId, bindingId } = await wallet.bind('seaside-bank', deviceId, { bank: { number: visaNumber(index) } });
  await wallet.waitForStatus(cardId, 'ACTIVE');
  const plan = await wallet.preflight(bindingId);
  return {
    wallet,
    cardId,
    bindingId,
    plan,
    proof: await wallet.prove({ action: 'UNBIND', subjectId: bindingId, planDigest: plan.digest }),
  };
}

/** A different number for each card, with the check digit that Luhn asks for (ISO/IEC 7812-1, annex B); none of the simulator's special endings. */
function visaNumber(holder: number): string {
  const body = `4${String(Date.now() % 1e8).padStart(8, '0')}${String(holder).padStart(4, '0')}77`;
  const sum = [...body].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

async function rate<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await inParallel(items, concurrency, work);
  return items.length / ((performance.now() - begun) / 1000);
}

async function inParallel<Item, Value>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Value>,
): Promise<Value[]> {
  const values: Value[] = [];
  const queue = items.entries();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const [index, item] of queue) values[index] = await work(item);
    }),
  );
  return values;
}
