import type { FastifyError } from 'fastify';
import { requestLimits } from '../limits/request-limits';
import { limitRefusal, type Refusal } from '../refusals/refusal';

/** What is refused while a request is still being read, by the code of the HTTP server. Anything else is a bug of ours. */
export function toHttpRefusal({ code, statusCode }: FastifyError): Refusal {
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return limitRefusal('BODY_TOO_LARGE', requestLimits.bodyBytes);
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return { code: 'UNSUPPORTED_MEDIA_TYPE', status: 415 };
  if (statusCode && statusCode >= 400 && statusCode < 500) return { code: 'BAD_REQUEST', status: 400 };
  return { code: 'INTERNAL_SERVER_ERROR', status: 500 };
}
