import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { portsFrom, urlOf } from '../../start/topology';
import type { BenchResult } from '../bench-result';
import { makeHolders, type BusyHolder } from './holders';
import { offer } from './offer';
import { newTally, percentile, sendCounted, totalOf, type Tally } from './tally';

const seconds = { capacity: 8, overload: 60, recoveryMax: 30 };
const times = 10;
const holderCount = 24;

/** Requests on the way that capacity is measured with. */
const closedLoop = 32;

/** Reserved operations a second during the overload. */
const reservedRate = 5;

/**
 * Row 12 of the fault catalogue: ten times as many home screens as the running system can serve, for a minute. Every refusal is 429 or
 * 503 with Retry-After, reserved operations are answered in 99 of 100 cases, and half a minute later all is as before. Throws if not.
 */
export async function benchAdmission(port: number): Promise<BenchResult> {
  const origin = urlOf(portsFrom(port).gateway);
  const holders = await makeHolders(port, holderCount);
  const calm = await measureCapacity(origin, holders);
  const capacity = calm.answered / seconds.capacity;
  const usualMs = percentile(calm.latencies, 95);
  const [ordinary, reserved] = await Promise.all([
    offer(origin, (index) => homeOf(holders, index), { rate: capacity * times, seconds: seconds.overload }),
    askReserved(origin, holders),
  ]);
  const recoverySeconds = await recover(origin, holders, usualMs);
  const share = (tally: Tally) => (100 * tally.answered) / totalOf(tally);
  const faults = [
    ...(ordinary.wrong.size + reserved.wrong.size > 0
      ? [`not refused as promised: ${toText(ordinary.wrong)} ${toText(reserved.wrong)}`]
      : []),
    ...(share(reserved) < 99
      ? [
          `reserved operations answered: ${share(reserved).toFixed(1)} %, ${toText(reserved.refused)}, partial ${reserved.partial}`,
        ]
      : []),
    ...(recoverySeconds > seconds.recoveryMax ? [`not as before after ${seconds.recoveryMax} s`] : []),
  ];
  const note = [
    `capacity ${capacity.toFixed(0)} home screens/s (p95 ${usualMs.toFixed(0)} ms, ${closedLoop} at once); offered ${(totalOf(ordinary) / seconds.overload).toFixed(0)}/s, served ${(ordinary.answered / seconds.overload).toFixed(0)}/s (p95 ${percentile(ordinary.latencies, 95).toFixed(0)} ms), refused ${toText(ordinary.refused)}, partial ${ordinary.partial}`,
    `reserved: ${reserved.answered} of ${totalOf(reserved)} answered, p50 ${percentile(reserved.latencies, 50).toFixed(0)} ms, p99 ${percentile(reserved.latencies, 99).toFixed(0)} ms; as before ${recoverySeconds} s after`,
  ].join('\n  ');
  if (faults.length > 0) throw new Error(`admission under overload: ${faults.join('; ')}\n  ${note}`);
  return {
    name: `reserved operations answered under ${times} × capacity for ${seconds.overload} s`,
    unit: '%',
    ours: share(reserved),
    theirs: { 'ordinary home screens': share(ordinary) },
    ratios: { 'ordinary home screens': Math.round(share(reserved) / share(ordinary)) },
    note,
  };
}

const toText = (counts: ReadonlyMap<string, number>) =>
  [...counts].map(([key, value]) => `${key} × ${value}`).join(', ') || 'none';

const homeOf = (holders: readonly BusyHolder[], index: number) => {
  const { home, headers } = pick(holders, index);
  return { body: home, headers };
};

const pick = (holders: readonly BusyHolder[], index: number): BusyHolder => {
  const holder = holders[index % holders.length];
  if (!holder) throw new Error('nobody is there');
  return holder;
};

async function measureCapacity(origin: string, holders: readonly BusyHolder[]): Promise<Tally> {
  const pool = new Pool(origin, { connections: closedLoop });
  const tally = newTally();
  const ends = Date.now() + seconds.capacity * 1_000;
  let next = 0;
  await Promise.all(
    Array.from({ length: closedLoop }, async () => {
      while (Date.now() < ends) {
        const { home, headers } = pick(holders, next++);
        await sendCounted(pool, home, headers, tally);
      }
    }),
  );
  await pool.close();
  return tally;
}

async function askReserved(origin: string, holders: readonly BusyHolder[]): Promise<Tally> {
  const pool = new Pool(origin, { connections: 50 });
  const tally = newTally();
  const asked: Promise<void>[] = [];
  for (let index = 0; index < reservedRate * seconds.overload; index++) {
    const { headers, reserved } = pick(holders, index);
    asked.push(sendCounted(pool, reserved[Math.floor(index / holders.length) % reserved.length] ?? '', headers, tally));
    await pause(1_000 / reservedRate);
  }
  await Promise.all(asked);
  await pool.close();
  return tally;
}

/** Seconds until ten home screens in a row are answered, each in no more than three times what nearly all took before. */
async function recover(origin: string, holders: readonly BusyHolder[], usualMs: number): Promise<number> {
  const pool = new Pool(origin, { connections: 1 });
  for (let second = 0; second <= seconds.recoveryMax; second++) {
    const tally = newTally();
    for (let index = 0; index < 10; index++) {
      const { home, headers } = pick(holders, index);
      await sendCounted(pool, home, headers, tally);
    }
    if (tally.answered === 10 && Math.max(...tally.latencies) <= 3 * usualMs) return pool.close().then(() => second);
    await pause(1_000);
  }
  await pool.close();
  return Number.POSITIVE_INFINITY;
}
