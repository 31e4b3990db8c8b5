import type { FastifyInstance } from 'fastify';
import { Webhook } from 'standardwebhooks';

const keyOf = (code: string, kid: string) =>
  Buffer.from(`${code}/${kid}`.padEnd(32, '-').slice(0, 32)).toString('base64');

/** Two keys for the readers of each provider, made of its code, so that every part of a test knows them. */
export const readerKeysOf = (codes: readonly string[]): Readonly<Record<string, Readonly<Record<string, string>>>> =>
  Object.fromEntries(codes.map((code) => [code, { r1: keyOf(code, 'r1'), r2: keyOf(code, 'r2') }]));

/** Headers that sign a reader's question, by a library that knows nothing of ours. */
export function signAsReader(payload: string, at: Date, code = 'cloudgate', kid = 'r1'): Record<string, string> {
  return {
    'content-type': 'application/json',
    'reader-key': `${code}/${kid}`,
    'webhook-id': 'check_1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(keyOf(code, kid)).sign('check_1', at, payload),
  };
}

/** Asks as a reader of a provider does. */
export async function askAsReader(app: FastifyInstance, question: object, at: Date, code?: string, kid?: string) {
  const payload = JSON.stringify(question);
  const headers = signAsReader(payload, at, code, kid);
  const answer = await app.inject({ method: 'POST', url: '/reader-checks', payload, headers });
  // Tests read answers of every shape.
  return { status: answer.statusCode, body: answer.json() as any }; // eslint-disable-line @typescript-eslint/no-explicit-any
}
