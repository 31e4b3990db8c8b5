import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { request } from 'undici';
import { headerText, isFromOtherSite } from '@bindery/service';

/** This machine, however its owner spells it: another site's page could point its own name here (DNS rebinding). */
const loopback = ['localhost', '127.0.0.1', '[::1]'];

/** All programs follow a move before it is answered. */
const moveTimeoutMs = 30_000;

/**
 * The explorer's way to the clock of the sandbox: the page may ask nobody but the gateway, and in containers only the gateway knows where the clock is.
 * Without one, and in production, there is none.
 */
export function addExplorerClock(app: FastifyInstance, clockUrl: string | undefined): void {
  if (clockUrl === undefined) return;
  const clock = new URL('/clock', clockUrl);

  app.get('/explorer/clock', async (_request, reply) => {
    const { statusCode, body } = await request(clock, { headersTimeout: moveTimeoutMs });
    return reply
      .code(statusCode)
      .type('application/json')
      .send(await body.text());
  });

  app.post('/explorer/clock', { preHandler: refuseOthers }, async ({ body }, reply) => {
    const moved = await request(clock, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      headersTimeout: moveTimeoutMs,
    });
    return reply
      .code(moved.statusCode)
      .type('application/json')
      .send(await moved.body.text());
  });
}

/** What a proxy adds: whoever came through one is not known to be here, and a page can add it too. */
const passedOn = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

/** The name that was really asked for, whatever a proxy, or a page in its place, says about it. */
function nameOf({ headers }: FastifyRequest): string {
  const url = `http://${headers.host ?? headerText(headers[':authority']) ?? ''}`;
  return URL.canParse(url) ? new URL(url).hostname : '';
}

/** Only the explorer itself, on this machine, moves time; a program goes to the clock. */
async function refuseOthers(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | void> {
  const { headers, socket } = request;
  const isHere =
    /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '') && passedOn.every((name) => headers[name] === undefined);
  if (isHere && loopback.includes(nameOf(request)) && !isFromOtherSite(headers)) return;
  return reply.code(403).send({ code: 'OTHER_SITE', message: 'time is moved from the explorer of this machine only' });
}
