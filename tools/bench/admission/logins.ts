import { randomInt, randomUUID } from 'node:crypto';
import { documents } from '@bindery/wallet-client';
import { portsFrom, urlOf } from '../../start/topology';
import type { BenchResult } from '../bench-result';
import { makeHolders } from './holders';
import { offer, type Offered } from './offer';
import { percentile, totalOf } from './tally';

const holderCount = 12;
const phaseSeconds = 10;

/** Home screens a second of people who are signed in: far below what the system serves. */
const homesPerSecond = 10;

const loginsPerSecond = 500;

/** How much longer others may wait for their home screen, nearly all of them. */
const ratioMax = 2;

const toText = (counts: ReadonlyMap<string, number>) =>
  [...counts].map(([code, count]) => `${code} × ${count}`).join(', ') || 'none';

/** A login of somebody who does not exist, with a password that has to be hashed all the same. */
const stranger = (index: number): Offered => ({
  headers: {
    'content-type': 'application/json',
    'accept-language': 'en',
    'apollographql-client-name': 'wallet-client',
    'apollographql-client-version': '1.0.0',
  },
  body: JSON.stringify({
    query: documents.logIn,
    variables: {
      input: {
        idempotencyKey: randomUUID(),
        phone: `+86136${String(randomInt(1e8)).padStart(8, '0')}`,
        password: `guess-${index}-of-a-stranger`,
        device: { name: 'Unknown', platform: 'WEB', installationId: randomUUID() },
      },
    },
  }),
});

/**
 * Strangers log in five hundred times a second: people who are signed in get their home screens, in no more than twice the time that nearly all took without. Both in one
 * run, before, during and after. Throws if not.
 */
export async function benchLogins(port: number): Promise<BenchResult> {
  const origin = urlOf(portsFrom(port).gateway);
  const holders = await makeHolders(port, holderCount);
  const home = (index: number): Offered => {
    const holder = holders[index % holders.length];
    if (!holder) throw new Error('nobody is there');
    return { body: holder.home, headers: holder.headers };
  };
  const homes = () => offer(origin, home, { rate: homesPerSecond, seconds: phaseSeconds });
  await homes();
  const before = await homes();
  const [during, logins] = await Promise.all([
    homes(),
    offer(origin, stranger, { rate: loginsPerSecond, seconds: phaseSeconds }),
  ]);
  const after = await homes();
  const p95 = ({ latencies }: { readonly latencies: readonly number[] }) => percentile(latencies, 95);
  const usual = p95({ latencies: [...before.latencies, ...after.latencies] });
  const ratio = p95(during) / usual;
  const note = [
    `home screens, p95 before ${p95(before).toFixed(0)} ms, during ${p95(during).toFixed(0)} ms, after ${p95(after).toFixed(0)} ms; answered during the flood ${during.answered} of ${totalOf(during)}, else ${toText(during.refused)}, partial ${during.partial}`,
    `logins: offered ${(totalOf(logins) / phaseSeconds).toFixed(0)}/s, looked at ${(logins.answered / phaseSeconds).toFixed(0)}/s, refused ${toText(logins.refused)}`,
  ].join('\n  ');
  const wrong = [...during.wrong, ...logins.wrong].map(([what, count]) => `${what} × ${count}`);
  if (ratio > ratioMax || during.answered < totalOf(during) || wrong.length > 0)
    throw new Error(
      `home screens while strangers log in: ${ratio.toFixed(2)} times as long, ${wrong.join(', ')}\n  ${note}`,
    );
  return {
    name: `home screens (p95) while strangers log in ${loginsPerSecond} times a second`,
    unit: 'ms',
    ours: Math.round(p95(during)),
    theirs: { 'without the flood': Math.round(usual) },
    ratios: { 'without the flood': Number(ratio.toFixed(2)) },
    note,
  };
}
