import { createHash, randomUUID } from 'node:crypto';
import { Transform, type Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Pool, type Dispatcher } from 'undici';
import { parseId, systemClock } from '@bindery/kernel';
import { headerText, type Log } from '@bindery/service';
import {
  exportHolderHeader,
  gatewaySignatureHeader,
  type GatewayClaims,
  type SignGatewayRequest,
} from '@bindery/trust';
import { isFresh, type EndedSessionsFeed } from '../door/auth/session-check';
import type { Door } from '../door/door';
import { localeOf } from '../door/locale-of-request';
import type { ToClientError } from '../refusals/client-error';
import type { Refusal } from '../refusals/refusal';
import { sendRefusal } from '../refusals/send-refusal';

export interface UsageExportsOptions {
  /** Base URLs of binding. */
  readonly urls: readonly string[];
  readonly sign: SignGatewayRequest;
  readonly door: Pick<Door, 'arrive'>;
  /** Undefined where there is no event log. */
  readonly endedSessions: EndedSessionsFeed | undefined;
  readonly toClientError: ToClientError;
  readonly log: Log;
}

/** Files on their way at once: each holds two connections and a few buffers for as long as its line is slow. */
const atOnceMax = 32;
/** Of one link: a browser that asks again beside the first. */
const atOnceOfLinkMax = 2;
/** Of one holder, whose links are many: told by binding, as a link says nothing of whose it is. */
const atOnceOfHolderMax = 4;
/** Until the next bytes are taken: a line that does not read keeps nobody else waiting. */
const idleMs = 20_000;
/** For the first byte. */
const answerWithinMs = 5_000;
/** For the last one: the largest file over a bad line. Whoever takes longer asks for a new link. */
const takenWithinMs = 10 * 60_000;
const tryAgainAfterMs = 5_000;

/** What is said on of binding's answer; all other headers are ours. */
const passedOn = ['content-type', 'content-length', 'content-disposition'] as const;

/**
 * `GET /usage-exports/:token`: a file of uses, passed through from binding as fast as it is taken. Its link is the permission, signed by binding and good
 * for minutes while its session lasts: a browser that saves a file sends no access token. The token is a secret, so neither it nor the path is written anywhere.
 */
export function addUsageExportsRoute(app: FastifyInstance, options: UsageExportsOptions): { close(): Promise<void> } {
  const pools = options.urls.map(
    (url) => new Pool(url, { connections: atOnceMax, headersTimeout: answerWithinMs, bodyTimeout: 0 }),
  );
  let turn = 0;
  let onTheWay = 0;
  /** By a digest of the link, which is a secret. */
  const ofLinks = createTally();
  const ofHolders = createTally();

  function countLink(link: string, change: 1 | -1): void {
    onTheWay += change;
    ofLinks.add(link, change);
  }

  async function ask(token: string, claims: GatewayClaims): Promise<Dispatcher.ResponseData | undefined> {
    const path = `/usage-exports/${token}`;
    turn += 1;
    for (const pool of [...pools.slice(turn % pools.length), ...pools.slice(0, turn % pools.length)]) {
      try {
        return await pool.request({
          method: 'GET',
          path,
          headers: { [gatewaySignatureHeader]: options.sign(claims, path) },
          signal: AbortSignal.timeout(takenWithinMs),
        });
      } catch (error) {
        // Only why: its message may hold what was asked for.
        options.log.warn({ errorCode: (error as { code?: string }).code }, 'binding does not hand out an export');
      }
    }
    return undefined;
  }

  async function fetchFile(request: FastifyRequest<{ Params: { token: string } }>, reply: FastifyReply) {
    const refuse = (refusal: Refusal) => sendRefusal(request, reply, refusal, localeOf(request), options.toClientError);
    const refused = await options.door.arrive(request);
    if (refused) return refuse(refused);
    const over = refuseOver(request.params.token, options.endedSessions);
    if (over) return refuse(over);
    if (onTheWay >= atOnceMax) return refuse(tryAgain('OVERLOADED'));
    const link = createHash('sha256').update(request.params.token).digest('base64url');
    if (ofLinks.of(link) >= atOnceOfLinkMax) return refuse(tryAgain('OVERLOADED'));
    countLink(link, 1);
    const answer = await ask(request.params.token, claimsOf(request)).catch(() => undefined);
    if (answer?.statusCode !== 200) {
      countLink(link, -1);
      await answer?.body.dump();
      return refuse(toRefusal(answer?.statusCode));
    }
    const holder = headerText(answer.headers[exportHolderHeader]) ?? link;
    if (ofHolders.of(holder) >= atOnceOfHolderMax) {
      countLink(link, -1);
      // Not to be read on: it may be long.
      answer.body.destroy();
      return refuse(tryAgain('OVERLOADED'));
    }
    ofHolders.add(holder, 1);
    answer.body.once('close', () => {
      countLink(link, -1);
      ofHolders.add(holder, -1);
    });
    return sendFile(reply, answer.headers, answer.body);
  }

  app.get('/usage-exports/:token', { exposeHeadRoute: false }, fetchFile);
  return { close: async () => void (await Promise.all(pools.map((pool) => pool.destroy()))) };
}

/** How many there are of each now; what there is none of takes no memory. */
function createTally() {
  const counts = new Map<string, number>();
  const of = (key: string) => counts.get(key) ?? 0;
  return {
    of,
    add(key: string, change: 1 | -1): void {
      const left = of(key) + change;
      if (left > 0) counts.set(key, left);
      else counts.delete(key);
    },
  };
}

const claimsOf = (request: FastifyRequest): GatewayClaims => ({
  requestId: randomUUID(),
  locale: localeOf(request),
  clientAddress: request.ip,
});

/** What of a link is looked at here: whether it can be one, and whether the session goes on that asked for it. Binding knows whether it is its own. */
function refuseOver(token: string, feed: EndedSessionsFeed | undefined): Refusal | undefined {
  const sessionId = /^[\w.-]{1,100}$/.test(token) ? parseId('session', `session_${token.split('.')[1]}`) : undefined;
  if (!sessionId) return { code: 'NOT_FOUND', status: 404 };
  if (feed?.hasEnded(sessionId)) return { code: 'LINK_EXPIRED', status: 410 };
  return feed && !isFresh(feed) ? tryAgain('SESSION_UNCONFIRMED') : undefined;
}

function sendFile(reply: FastifyReply, headers: Dispatcher.ResponseData['headers'], body: Readable): FastifyReply {
  for (const name of passedOn) if (headers[name] !== undefined) void reply.header(name, headers[name]);
  return reply.headers({ 'cache-control': 'no-store, private, no-transform' }).send(body.pipe(whileTaken(body)));
}

/** Ends both sides when nothing is taken for a while, or the reader is gone. */
function whileTaken(body: Readable): Transform {
  let idle = setTimeout(end, idleMs);
  const passing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      clearTimeout(idle);
      idle = setTimeout(end, idleMs);
      done(null, chunk);
    },
  });
  function end(): void {
    body.destroy();
    passing.destroy();
  }
  body.once('error', () => passing.destroy());
  passing.once('close', () => {
    clearTimeout(idle);
    body.destroy();
  });
  return passing;
}

function toRefusal(status: number | undefined): Refusal {
  if (status === 404) return { code: 'NOT_FOUND', status };
  if (status === 410) return { code: 'LINK_EXPIRED', status };
  return tryAgain('SUBGRAPH_UNAVAILABLE');
}

function tryAgain(code: 'OVERLOADED' | 'SESSION_UNCONFIRMED' | 'SUBGRAPH_UNAVAILABLE'): Refusal {
  const until = new Date(systemClock.nowMs() + tryAgainAfterMs);
  return { code, status: 503, until, remedies: [{ code: 'TryAgain', at: until }] };
}
