import type { FastifyInstance } from 'fastify';
import { localeOf } from '../door/locale-of-request';
import type { ToClientError } from '../refusals/client-error';
import { sendRefusal } from '../refusals/send-refusal';

/** Whatever is not served here is refused in the shape of everything else that is. */
export function addUnknownAddress(app: FastifyInstance, toClientError: ToClientError): void {
  app.setNotFoundHandler((request, reply) =>
    sendRefusal(request, reply, { code: 'NOT_FOUND', status: 404 }, localeOf(request), toClientError),
  );
}
