import { Pool } from 'undici';
import type { BenchDocument } from './documents';
import { variablesOf } from './documents';
import { benchClient } from './register-documents';

const asClient = {
  'content-type': 'application/json',
  'apollographql-client-name': benchClient.app,
  'apollographql-client-version': benchClient.version,
};

export interface LoadOptions {
  readonly url: string;
  readonly document: BenchDocument;
  /** Requests on the way at once. */
  readonly concurrency: number;
  readonly seconds: number;
  /** A bearer token of its own for each request. */
  readonly nextToken: () => string;
  /** What every answer must be, to the byte; the first one when left out. */
  readonly expected?: Buffer;
}

export interface LoadResult {
  readonly requests: number;
  /** Milliseconds of each request, ascending. */
  readonly latencies: readonly number[];
  readonly answer: Buffer;
}

/** Asks one document again and again and compares every answer with the first; throws at the first other one. */
export async function loadWith({
  url,
  document,
  concurrency,
  seconds,
  nextToken,
  expected,
}: LoadOptions): Promise<LoadResult> {
  const pool = new Pool(url, { connections: concurrency });
  const body = JSON.stringify({ query: document.query, variables: variablesOf(document) });
  const end = performance.now() + seconds * 1_000;
  const latencies: number[] = [];
  let answer = expected;
  const ask = async () => {
    while (performance.now() < end) {
      const began = performance.now();
      const response = await pool.request({
        method: 'POST',
        path: '/graphql',
        headers: { ...asClient, authorization: `Bearer ${nextToken()}` },
        body,
      });
      const bytes = Buffer.from(await response.body.arrayBuffer());
      latencies.push(performance.now() - began);
      answer ??= bytes;
      if (response.statusCode !== 200 || !sameAnswer(bytes, answer))
        throw new Error(
          `${url} answered ${document.name} with ${response.statusCode} ${bytes.toString('utf8').slice(0, 500)}`,
        );
    }
  };
  try {
    await Promise.all(Array.from({ length: concurrency }, ask));
  } finally {
    await pool.close();
  }
  if (!answer) throw new Error('nothing was asked');
  return { requests: latencies.length, latencies: latencies.sort((a, b) => a - b), answer };
}

/** Whitespace at the end is not part of the answer. */
const sameAnswer = (one: Buffer, other: Buffer) =>
  one.equals(other) || one.toString('utf8').trim() === other.toString('utf8').trim();

export const percentile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
