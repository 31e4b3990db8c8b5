import { MIMEType } from 'node:util';
import type { FastifyRequest } from 'fastify';
import { headerText } from '@bindery/service';
import type { Refusal } from '../refusals/refusal';
import { answerTypeFor } from '../refusals/answer-type';

const utf8 = ['utf-8', 'utf8'];

/**
 * What cannot be read here, or answered in a form that is accepted, by the headers of a request: said before anything of it is done, as who
 * cannot read the answer must not have a mutation done.
 */
export function refuseContent({ method, headers }: Pick<FastifyRequest, 'method' | 'headers'>): Refusal | undefined {
  if (!answerTypeFor(headerText(headers.accept))) return { code: 'NOT_ACCEPTABLE', status: 406 };
  const { 'content-type': type, 'content-encoding': encoding } = headers;
  // A little that is compressed can become much. RFC 9110, 15.5.16 has the header.
  if (encoding !== undefined && encoding.trim().toLowerCase() !== 'identity')
    return { code: 'UNSUPPORTED_MEDIA_TYPE', status: 415, headers: { 'accept-encoding': 'identity' } };
  if (type === undefined ? method === 'GET' : isJson(type)) return undefined;
  return { code: 'UNSUPPORTED_MEDIA_TYPE', status: 415 };
}

/** JSON is UTF-8 between programs (RFC 8259, 8.1), so that a parameter which says otherwise is wrong about one of the two. */
function isJson(text: string): boolean {
  try {
    const { essence, params } = new MIMEType(text);
    return essence === 'application/json' && utf8.includes((params.get('charset') ?? 'utf-8').toLowerCase());
  } catch {
    return false;
  }
}
