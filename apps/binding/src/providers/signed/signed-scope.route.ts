import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import type { Result } from '@bindery/kernel';
import type { Log } from '@bindery/service';
import { refuse } from './http-problem.route';
import type { HttpProblemCode } from './http-problem.rules';
import { readSignedBytes, type SignedMessage } from './read-signed';
import type { SignatureError } from './signature';

/** By provider code: the Standard Webhooks secret both sides sign with. */
export type ProviderSecrets = Readonly<Record<string, string>>;

const codeOfFault: Partial<Record<string, HttpProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'BODY_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'MEDIA_TYPE_UNKNOWN',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'REQUEST_MALFORMED',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'REQUEST_MALFORMED',
};

/**
 * Routes below which a body stays the bytes that were signed until their signature is found good, and every failure is `{code, message}`. What is
 * thrown is ours: 500, so that the sender tries again, and the log has the reason.
 */
export async function addSignedScope(
  app: FastifyInstance,
  log: Log,
  addRoutes: (scope: FastifyInstance) => void,
  contentTypes: readonly string[] = ['application/json'],
): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser([...contentTypes], { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.setErrorHandler((error: FastifyError, request, reply) => {
      const code = codeOfFault[error.code] ?? 'HANDLING_FAILED';
      if (code === 'HANDLING_FAILED')
        log.error({ err: error, route: request.routeOptions.url }, 'a signed request could not be handled');
      return refuse(reply, code);
    });
    addRoutes(scope);
  });
}

/** The message of a request that was signed with this secret. */
export function readSigned(
  { body, headers }: FastifyRequest,
  secret: string,
  now: Date,
): Result<SignedMessage, SignatureError> {
  return readSignedBytes(Buffer.isBuffer(body) ? body : Buffer.alloc(0), headers, secret, now);
}

/** A provider's secret; undefined for a code that is none, `constructor` included. */
export const secretOf = (secrets: ProviderSecrets, provider: string): string | undefined =>
  Object.hasOwn(secrets, provider) ? secrets[provider] : undefined;
