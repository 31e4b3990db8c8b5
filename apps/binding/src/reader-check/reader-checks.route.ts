import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { parseJson, type Clock } from '@bindery/kernel';
import type { Log, SecurityLog } from '@bindery/service';
import { z } from 'zod';
import { addSignedScope, refuse, shortText } from '../providers';
import type { CheckCredential } from './check-credential';
import type { ReaderKeys } from './reader-keys';
import { readSigner } from './reader-signature';

interface ReaderChecksDeps {
  readonly checkCredential: CheckCredential;
  readonly keys: ReaderKeys;
  readonly clock: Clock;
  readonly log: Log;
  readonly security: Pick<SecurityLog, 'record'>;
}

const readerQuestion = z.object({
  credentialReference: shortText,
  door: shortText.optional(),
  cache: z.boolean().optional(),
});
const bodyBytesMax = 4 * 1024;

/**
 * `POST /reader-checks`: a reader asks whether a credential is good, at its door and now. It asks about those of the provider by whose key it signs and
 * no others: one of somebody else is answered as one that there is not. A question changes nothing, so its id is not remembered: asked
 * again, it gets today's answer.
 */
export async function addReaderChecks(app: FastifyInstance, deps: ReaderChecksDeps): Promise<void> {
  await addSignedScope(app, deps.log, (scope) => {
    scope.post('/reader-checks', { bodyLimit: bodyBytesMax }, (request, reply) => answer(deps, request, reply));
  });
}

const nothing = Buffer.alloc(0);

async function answer(
  { checkCredential, keys, clock, security }: ReaderChecksDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const bytes = Buffer.isBuffer(request.body) ? request.body : nothing;
  const signer = readSigner(request.headers, bytes, keys, clock.now());
  if (!signer.ok) {
    security.record('provider-signature-refused', {
      sourceAddress: request.ip,
      errorCode: signer.error.kind,
      labels: { route: 'reader-checks' },
    });
    return refuse(reply, signer.error.kind);
  }
  const question = readerQuestion.safeParse(parseJson(bytes.toString('utf8')));
  if (!question.success) return refuse(reply, 'REQUEST_MALFORMED');
  const { credentialReference, door, cache = false } = question.data;
  const checked = await checkCredential({ provider: signer.value, credentialReference, door }, cache);
  return reply.header('cache-control', 'no-store').send(checked);
}
