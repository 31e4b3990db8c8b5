import { systemClock } from '@bindery/kernel';
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyServerOptions,
} from 'fastify';
import type { Tls } from '../config/read-tls';
import type { Log } from '../log';
import type { Metrics } from '../metrics';
import { withTrace } from '../trace';
import { Histogram } from 'prom-client';
import { createDrain } from './drain';
import { opsPortOf, type ListeningAddress } from './listening-address';
import { createOperationalRoutes } from './operational-routes';
import type { Component } from './run-service';

export interface HttpHostOptions extends ListeningAddress {
  readonly log: Log;
  readonly metrics: Metrics;
  /** Whether work can be done now, e.g. the database answers. Asked at each `/health/ready`. */
  readonly isReady: () => Promise<boolean>;
  /** What else keeps it from its work, in words of ours; shown at `/health/ready`, which is 503 while there is any. */
  readonly problems?: () => readonly string[];
  /** Bytes of a request body at most. GraphQL documents of a wallet fit many times into the default 256 KiB. */
  readonly bodyLimit?: number;
  /** Addresses of proxies whose X-Forwarded-For is believed; none by default, so that nobody can choose his address. */
  readonly trustProxy?: string[];
  /** PEM texts. With them HTTP is spoken over TLS only: HTTP/2, and HTTP/1.1 to whoever does not know that. */
  readonly tls?: Tls | undefined;
  /** What is answered to who sends something that is no HTTP, or an address that is none. By default an address that cannot be read is refused as any other, without repeating it. */
  readonly unreadable?: Pick<FastifyServerOptions, 'clientErrorHandler' | 'frameworkErrors'>;
}

export interface HttpHost extends Component {
  /** What everybody may reach. */
  readonly app: FastifyInstance;
  /** `/health` and `/metrics`, for those who run it. */
  readonly ops: FastifyInstance;
}

/** Connections that the system keeps until they are accepted: under a rush they wait here and are then told to come back, instead of hanging. */
const connectionBacklog = 4_096;

/** What is sent is what it says it is: no browser guesses a script out of an answer. */
const safeHeaders = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };

/** Who came by TLS once comes by TLS for a year (RFC 6797). */
const tlsHeaders = { 'strict-transport-security': 'max-age=31536000' };

/**
 * The HTTP side that every program has: a trace for each request, draining on stop; on another listener, which answers as long as the process does, how it is.
 */
export function createHttpHost({
  host,
  port,
  opsHost = '127.0.0.1',
  opsPort = opsPortOf(port),
  log,
  metrics,
  isReady,
  problems = () => [],
  bodyLimit = 256 * 1024,
  trustProxy,
  drainGraceMs = 0,
  tls,
  unreadable = { frameworkErrors: refuseAddress },
}: HttpHostOptions): HttpHost {
  const options = {
    // Typed for HTTP/1 only, and the same for both.
    ...(unreadable as object),
    loggerInstance: log as FastifyBaseLogger,
    // The metrics count every request; a log line for each would only bury the others.
    logController: new LogController({ disableRequestLogging: true }),
    // A logger of its own for each request would cost a hundredth of a light one, to be thrown away unused.
    childLoggerFactory: (logger: FastifyBaseLogger) => logger,
    bodyLimit,
    trustProxy: trustProxy ?? false,
    // A stopping server answers what has reached it, with `connection: close`, then refuses.
    forceCloseConnections: 'idle' as const,
    return503OnClosing: false,
    requestTimeout: 30_000,
  };
  // Routes and hooks see no difference between the two, only the types of Node do.
  const app = (tls
    ? Fastify({ ...options, http2: true, https: { ...tls, allowHTTP1: true } })
    : Fastify(options)) as unknown as FastifyInstance;
  const drain = createDrain(app, drainGraceMs);
  const headers = tls ? { ...safeHeaders, ...tlsHeaders } : safeHeaders;

  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers);
    // Whoever is told a moment compares it with this: in a sandbox it is another time than his own.
    if (systemClock.aheadMs > 0) reply.header('date', systemClock.now().toUTCString());
    withTrace(headerText(request.headers.traceparent), done);
  });
  const ops = createOperationalRoutes({
    log,
    metrics,
    isReady: async () => !drain.begun && (await isReady()),
    problems,
  });
  measureRequests(app, metrics);

  return {
    name: 'http',
    app,
    ops,
    async start() {
      await ops.listen({ host: opsHost, port: opsPort });
      const url = await app.listen({ host, port, backlog: connectionBacklog });
      log.info({ url }, 'listening');
    },
    async stop() {
      await drain.begin();
      await app.close();
      await ops.close();
    },
  };
}

/** As the other refusals; Fastify’s own answer repeats what was sent. */
const refuseAddress: NonNullable<FastifyServerOptions['frameworkErrors']> = (_error, _request, reply) =>
  void (reply as unknown as FastifyReply)
    .code(400)
    .send({ errors: [{ message: 'This address cannot be read.', extensions: { code: 'BAD_REQUEST' } }] });

function measureRequests(app: FastifyInstance, metrics: Metrics): void {
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request to the end of the answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [metrics],
  });
  app.addHook('onResponse', (request, reply, done) => {
    duration.observe(
      { method: request.method, route: request.routeOptions.url ?? 'unknown', status: reply.statusCode },
      reply.elapsedTime / 1000,
    );
    done();
  });
}

/** A header sent twice counts as its first value. */
export const headerText = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;
