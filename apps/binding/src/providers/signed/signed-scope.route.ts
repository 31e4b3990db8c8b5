import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import type { Log } from '@bindery/service';
import { refuse, type HttpProblemCode } from './http-problem.route';

/** By provider code: the Standard Webhooks secret both sides sign with. */
export type ProviderSecrets = Readonly<Record<string, string>>;

const codeOfFault: Partial<Record<string, HttpProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'BODY_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'MEDIA_TYPE_UNKNOWN',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'REQUEST_MALFORMED',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'REQUEST_MALFORMED',
};

/**
 * Routes below which a JSON body stays the text that was signed, and every failure is `{code, message}`. What is
 * thrown is ours: 500, so that the sender tries again, and the log has the reason.
 */
export async function addSignedScope(
  app: FastifyInstance,
  log: Log,
  addRoutes: (scope: FastifyInstance) => void,
): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    scope.setErrorHandler((error: FastifyError, request, reply) => {
      const code = codeOfFault[error.code] ?? 'HANDLING_FAILED';
      if (code === 'HANDLING_FAILED')
        log.error({ err: error, route: request.routeOptions.url }, 'a signed request could not be handled');
      return refuse(reply, code);
    });
    addRoutes(scope);
  });
}

/** The body as it was signed; empty when there is none. */
export const signedText = (request: FastifyRequest): string => (typeof request.body === 'string' ? request.body : '');

/** A provider's secret; undefined for a code that is none, `constructor` included. */
export const secretOf = (secrets: ProviderSecrets, provider: string): string | undefined =>
  Object.hasOwn(secrets, provider) ? secrets[provider] : undefined;
