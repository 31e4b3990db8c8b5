import type { FastifyInstance } from 'fastify';
import { toPublicKeySet } from '@bindery/trust';

export interface ReaderAnswerKeys {
  /** The private JWK that signs answers now; only its public half is published. */
  readonly privateKey: string;
  /** Public keys of before and to come. */
  readonly others?: readonly Readonly<Record<string, unknown>>[];
}

/** Readers keep them themselves and look again for a key id that they do not know; nobody in between does. */
const cacheControl = 'public, max-age=0, must-revalidate';

/** `GET /.well-known/jwks.json`: the keys that verify answers for readers (RFC 7517). Open to all: there is no secret in it. */
export function addReaderAnswerKeys(app: FastifyInstance, { privateKey, others = [] }: ReaderAnswerKeys): void {
  const current = (JSON.parse(toPublicKeySet(privateKey)) as { keys: unknown[] }).keys;
  const body = { keys: [...current, ...others.map(publicHalf)] };
  app.get('/.well-known/jwks.json', async (_request, reply) => reply.header('cache-control', cacheControl).send(body));
}

/** A private key put here by mistake is still published only by its public half. */
const publicHalf = ({ kty, crv, x, kid, alg, use }: Readonly<Record<string, unknown>>) => ({
  kty,
  crv,
  x,
  kid,
  alg,
  use,
});
