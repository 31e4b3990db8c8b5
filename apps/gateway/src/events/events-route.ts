import { systemClock } from '@bindery/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { headerText } from '@bindery/service';
import { toAddressKey } from '@bindery/values';
import type { Door } from '../door/door';
import { localeOf } from '../door/locale-of-request';
import type { ToClientError } from '../refusals/client-error';
import type { Refusal } from '../refusals/refusal';
import { sendRefusal } from '../refusals/send-refusal';
import type { LiveChanges } from './live-changes';
import type { TooManyStreams } from './open-streams';

export interface EventsRouteOptions {
  readonly live: LiveChanges;
  readonly door: Door;
  readonly toClientError: ToClientError;
}

/** Long enough for streams of that address or account to have been noticed as gone. */
const tryAgainAfterMs = 30_000;

/**
 * `GET /events`: what changes in the account of the access token, as server-sent events, until the token or the session ends. The token
 * comes in the header only: an address gets into logs and histories.
 */
export function addEventsRoute(app: FastifyInstance, { live, door, toClientError }: EventsRouteOptions): void {
  // A connection that never falls idle would keep the server from closing.
  app.addHook('preClose', async () => live.endStreams());
  app.get('/events', { exposeHeadRoute: false }, async (request, reply) => {
    const refuse = (refusal: Refusal) => sendRefusal(request, reply, refusal, localeOf(request), toClientError);
    const refused = await door.arrive(request);
    if (refused) return refuse(refused);
    const viewer = await door.letListen(request);
    if (!viewer.ok) return refuse(viewer.error);
    const { accountId, sessionId, expiresAt } = viewer.value;
    const opened = live.open({
      accountId,
      sessionId,
      address: toAddressKey(request.ip),
      expiresAt: expiresAt.getTime(),
      lastEventId: headerText(request.headers['last-event-id']),
    });
    return opened.ok ? sendStream(request, reply, opened.value) : refuse(toRefusal(opened.error));
  });
}

/** A connection of HTTP/1 ends with its stream: nothing else was on it, and a server that stops need not wait for it. */
function sendStream({ raw }: FastifyRequest, reply: FastifyReply, stream: NodeJS.ReadableStream): FastifyReply {
  if (raw.httpVersionMajor === 1) void reply.header('connection', 'close');
  return reply
    .type('text/event-stream; charset=utf-8')
    .headers({ 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
    .send(stream);
}

function toRefusal({ kind }: TooManyStreams): Refusal {
  const until = new Date(systemClock.nowMs() + tryAgainAfterMs);
  const remedies = [{ code: 'TryAgain', at: until } as const];
  return kind === 'TOO_MANY_IN_ALL'
    ? { code: 'OVERLOADED', status: 503, until, remedies }
    : { code: 'TOO_MANY_REQUESTS', status: 429, until, remedies };
}
