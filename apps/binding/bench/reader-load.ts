import { createHmac, randomInt, type KeyObject } from 'node:crypto';
import { Pool } from 'undici';
import { door, referenceOf } from './load-cards';

/** What every answer begins with, as all that is asked about is good. */
export const goodAnswer = '{"good":true,"reason":"ACTIVE"';

/** Requests on the way at once. */
const atOnce = 16;

export interface Question {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Questions about cards taken by chance, made before anything is measured. Those of `key` are signed as readers sign. */
export function makeQuestions(count: number, rows: number, key?: KeyObject, cache = false): Question[] {
  const at = String(Math.floor(Date.now() / 1000));
  return Array.from({ length: count }, (_, index) => {
    const body = JSON.stringify({ credentialReference: referenceOf(randomInt(rows)), ...(key && { door, cache }) });
    const json = { 'content-type': 'application/json' };
    if (!key) return { body, headers: json };
    const id = `check_${index}`;
    const mac = createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64');
    const signed = { 'reader-key': 'cloudgate/r1', 'webhook-id': id, 'webhook-timestamp': at };
    return { body, headers: { ...json, ...signed, 'webhook-signature': `v1,${mac}` } };
  });
}

export interface Measured {
  readonly perSecond: number;
  /** Milliseconds, ascending. */
  readonly latencies: readonly number[];
}

/** Asks for so many seconds, and throws at the first answer that does not begin with what every one has to. */
export async function ask(url: string, questions: readonly Question[], seconds: number): Promise<Measured> {
  const pool = new Pool(url, { connections: atOnce });
  const latencies: number[] = [];
  const begun = performance.now();
  const end = begun + seconds * 1_000;
  let next = 0;
  const worker = async () => {
    for (let now = performance.now(); now < end; now = performance.now()) {
      const question = questions[next++ % questions.length];
      if (!question) throw new Error('there is nothing to ask');
      const { statusCode, body } = await pool.request({ method: 'POST', path: '/reader-checks', ...question });
      const text = await body.text();
      latencies.push(performance.now() - now);
      if (statusCode !== 200 || !text.startsWith(goodAnswer))
        throw new Error(`${url} answered ${statusCode} ${text.slice(0, 300)}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const perSecond = latencies.length / ((performance.now() - begun) / 1_000);
  await pool.destroy();
  return { perSecond, latencies: latencies.sort((a, b) => a - b) };
}
