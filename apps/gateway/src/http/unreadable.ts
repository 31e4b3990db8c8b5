import type { HttpHostOptions } from '@bindery/service';
import { localeOf } from '../door/locale-of-request';
import { createClientErrors } from '../refusals/client-error';
import { badRequest, toExtensions } from '../refusals/refusal';
import { sendRefusal } from '../refusals/send-refusal';

/** Nothing of it comes to the door, to be counted there; `http_request_duration_seconds` has those with an address. */
const toClientError = createClientErrors({ production: true, count: () => undefined, onBug: () => '' });

const refusal = badRequest('NOT_HTTP');

/** Requests that are no HTTP, or have an address that is none, are refused in the shape of all others. */
export function refuseUnreadable(): NonNullable<HttpHostOptions['unreadable']> {
  // Of what is no HTTP no language is known.
  const body = JSON.stringify({
    errors: [toClientError({ message: refusal.code, extensions: toExtensions(refusal) })],
  });
  const answer = [
    'HTTP/1.1 400 Bad Request',
    'connection: close',
    'content-type: application/json; charset=utf-8',
    'cache-control: no-store',
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  return {
    clientErrorHandler(error, socket) {
      if (error.code === 'ECONNRESET' || socket.destroyed) return;
      if (socket.writable) socket.end(`${answer.join('\r\n')}\r\n\r\n${body}`);
      else socket.destroy(error);
    },
    frameworkErrors: (_error, request, reply) =>
      void sendRefusal(request as never, reply as never, refusal, localeOf(request as never), toClientError),
  };
}
