import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { parseJson, type Clock } from '@bindery/kernel';
import type { Log, SecurityLog } from '@bindery/service';
import { z } from 'zod';
import {
  addSignedScope,
  refuse,
  secretOf,
  shortText,
  signedText,
  verifySignature,
  type ProviderSecrets,
} from '../providers';
import type { CheckCredential } from './check-credential';

interface ReaderChecksDeps {
  readonly checkCredential: CheckCredential;
  readonly secrets: ProviderSecrets;
  readonly clock: Clock;
  readonly log: Log;
  readonly security: Pick<SecurityLog, 'record'>;
}

const readerQuestion = z.object({
  provider: shortText,
  credentialReference: shortText,
  at: z.iso.datetime({ offset: true }),
});
const bodyBytesMax = 4 * 1024;

/**
 * `POST /reader-checks`: a reader asks whether a credential is good now. Signed with the secret of the provider it
 * names. A question changes nothing, so its id is not remembered: asked again, it gets today's answer.
 */
export async function addReaderChecks(app: FastifyInstance, deps: ReaderChecksDeps): Promise<void> {
  await addSignedScope(app, deps.log, (scope) => {
    scope.post('/reader-checks', { bodyLimit: bodyBytesMax }, (request, reply) => answer(deps, request, reply));
  });
}

async function answer(
  { checkCredential, secrets, clock, security }: ReaderChecksDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const body = signedText(request);
  const question = readerQuestion.safeParse(parseJson(body));
  if (!question.success) return refuse(reply, 'REQUEST_MALFORMED');
  const { provider, credentialReference } = question.data;
  const secret = secretOf(secrets, provider);
  if (secret === undefined) return refuse(reply, 'PROVIDER_UNKNOWN');
  const verdict = verifySignature(secret, request.headers, body, clock.now());
  if (!verdict.ok) {
    security.record('provider-signature-refused', {
      sourceAddress: request.ip,
      errorCode: verdict.error.kind,
      labels: { provider, route: 'reader-checks' },
    });
    return refuse(reply, verdict.error.kind);
  }
  return reply.send(await checkCredential({ provider, credentialReference }));
}
