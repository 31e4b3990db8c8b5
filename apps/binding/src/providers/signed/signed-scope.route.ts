import { isUtf8 } from 'node:buffer';
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import { err, ok, type Result } from '@bindery/kernel';
import type { Log } from '@bindery/service';
import { refuse, type HttpProblemCode } from './http-problem.route';
import { verifySignature, type SignatureError } from './signature';

/** By provider code: the Standard Webhooks secret both sides sign with. */
export type ProviderSecrets = Readonly<Record<string, string>>;

const codeOfFault: Partial<Record<string, HttpProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'BODY_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'MEDIA_TYPE_UNKNOWN',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'REQUEST_MALFORMED',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'REQUEST_MALFORMED',
};

/**
 * Routes below which a JSON body stays the bytes that were signed until their signature is found good, and every failure is `{code, message}`. What is
 * thrown is ours: 500, so that the sender tries again, and the log has the reason.
 */
export async function addSignedScope(
  app: FastifyInstance,
  log: Log,
  addRoutes: (scope: FastifyInstance) => void,
): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.setErrorHandler((error: FastifyError, request, reply) => {
      const code = codeOfFault[error.code] ?? 'HANDLING_FAILED';
      if (code === 'HANDLING_FAILED')
        log.error({ err: error, route: request.routeOptions.url }, 'a signed request could not be handled');
      return refuse(reply, code);
    });
    addRoutes(scope);
  });
}

/** A message whose signature is good. Nothing of its text was looked at for that. */
export interface SignedMessage {
  readonly id: string;
  readonly text: string;
}

/** The message of a request that was signed with this secret. Bytes that are no text cannot have been (RFC 8259, 8.1: JSON is UTF-8). */
export function readSigned(
  { body, headers }: FastifyRequest,
  secret: string,
  now: Date,
): Result<SignedMessage, SignatureError> {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  if (!isUtf8(bytes)) return err({ kind: 'SIGNATURE_INVALID' });
  const text = bytes.toString('utf8');
  const verdict = verifySignature(secret, headers, text, now);
  return verdict.ok ? ok({ id: verdict.value, text }) : verdict;
}

/** The same where only what is signed says by whom: the provider whose secret fits. */
export function readSignedByAny(
  request: FastifyRequest,
  secrets: ProviderSecrets,
  now: Date,
): Result<SignedMessage & { readonly provider: string }, SignatureError> {
  let refused: SignatureError = { kind: 'SIGNATURE_INVALID' };
  for (const [provider, secret] of Object.entries(secrets)) {
    const read = readSigned(request, secret, now);
    if (read.ok) return ok({ ...read.value, provider });
    // Too late or without a signature it is by whatever secret; by another one says nothing.
    if (read.error.kind !== 'SIGNATURE_INVALID') refused = read.error;
  }
  return err(refused);
}

/** A provider's secret; undefined for a code that is none, `constructor` included. */
export const secretOf = (secrets: ProviderSecrets, provider: string): string | undefined =>
  Object.hasOwn(secrets, provider) ? secrets[provider] : undefined;
