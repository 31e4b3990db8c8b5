import type { FastifyRequest } from 'fastify';
import { headerText, type Caller } from '@bindery/service';

/** From where a request came, as far as it is known before anybody has looked at its token. */
export const callerOf = (request: FastifyRequest): Caller => ({
  address: request.ip,
  clientApp: headerText(request.headers['apollographql-client-name']),
});
