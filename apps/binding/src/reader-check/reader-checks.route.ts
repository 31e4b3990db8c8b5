import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { parseJson, type Clock } from '@bindery/kernel';
import type { Log, SecurityLog } from '@bindery/service';
import { z } from 'zod';
import { addSignedScope, readSignedByAny, refuse, secretOf, shortText, type ProviderSecrets } from '../providers';
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
  const record = (errorCode: string, provider?: string) =>
    security.record('provider-signature-refused', {
      sourceAddress: request.ip,
      errorCode,
      labels: { provider, route: 'reader-checks' },
    });
  const signed = readSignedByAny(request, secrets, clock.now());
  if (!signed.ok) {
    record(signed.error.kind);
    return refuse(reply, signed.error.kind);
  }
  const question = readerQuestion.safeParse(parseJson(signed.value.text));
  if (!question.success) return refuse(reply, 'REQUEST_MALFORMED');
  const { provider, credentialReference } = question.data;
  if (secretOf(secrets, provider) === undefined) return refuse(reply, 'PROVIDER_UNKNOWN');
  if (provider !== signed.value.provider) {
    record('SIGNED_BY_ANOTHER', provider);
    return refuse(reply, 'SIGNATURE_INVALID');
  }
  return reply.send(await checkCredential({ provider, credentialReference }));
}
