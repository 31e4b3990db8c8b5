import type { FastifyInstance } from 'fastify';
import { toPublicKeySet } from '@bindery/trust';

export interface PublishedKeys {
  /** The private JWK that signs now; only its public half is published. */
  readonly accessTokenPrivateKey: string;
  /** Public keys of before and to come. */
  readonly others?: readonly Readonly<Record<string, unknown>>[];
}

/** Nobody in between keeps them: a key that was withdrawn is good for a minute at most, which whoever verifies by it counts from his reading. */
const cacheControl = 'public, max-age=0, must-revalidate';

/** `GET /.well-known/jwks.json`: the keys that verify access tokens (RFC 7517). Open to all: there is no secret in it. */
export function addJwksRoute(app: FastifyInstance, { accessTokenPrivateKey, others = [] }: PublishedKeys): void {
  const current = (JSON.parse(toPublicKeySet(accessTokenPrivateKey)) as { keys: unknown[] }).keys;
  const body = { keys: [...current, ...others.map(withoutSecret)] };
  app.get('/.well-known/jwks.json', async (_request, reply) => reply.header('cache-control', cacheControl).send(body));
}

/** A private key put here by mistake is still published only by its public half. */
const withoutSecret = ({ kty, crv, x, kid, alg, use }: Readonly<Record<string, unknown>>) => ({
  kty,
  crv,
  x,
  kid,
  alg,
  use,
});
