import type { FastifyError } from 'fastify';
import { requestLimits } from '../limits/request-limits';
import { badRequest, type Refusal } from '../refusals/refusal';

/** What is refused while a request is still being read, by the code of the HTTP server. Anything else is a bug of ours. */
export function toHttpRefusal({ code, statusCode }: FastifyError): Refusal {
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return { code: 'BODY_TOO_LARGE', status: 413, limit: requestLimits.bodyBytes };
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return { code: 'UNSUPPORTED_MEDIA_TYPE', status: 415 };
  if (statusCode && statusCode >= 400 && statusCode < 500) return badRequest('BODY_IS_NO_JSON');
  return { code: 'INTERNAL_SERVER_ERROR', status: 500 };
}
