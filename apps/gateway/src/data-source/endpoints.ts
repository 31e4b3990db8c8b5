import { Pool } from 'undici';

/** Connections to one endpoint. Each carries one request at a time, so this bounds what a slow one can hold. */
const connectionsMax = 64;

/**
 * An idle connection is closed on this side after so long, whatever the other side offers, so that a draining subgraph
 * has none left when its grace is over and never closes one into which a request is just being written.
 */
const idleMs = 4_000;

/** An endpoint that refuses, breaks or closes connections is passed over for so long, as long as there are others. */
const restMs = 1_000;

/** So many requests in a row without an answer in time, and it is passed over too. */
const timeoutsMax = 3;

/** One process of a subgraph, or the balancer before several. */
export interface Endpoint {
  readonly pool: Pool;
  restsUntil: number;
  timeouts: number;
}

/** The processes of one subgraph; requests go round. */
export class Endpoints {
  private readonly all: readonly Endpoint[];
  private turn = 0;

  constructor(urls: readonly string[]) {
    this.all = urls.map((url) => ({
      pool: new Pool(url, {
        connections: connectionsMax,
        keepAliveTimeout: idleMs,
        keepAliveMaxTimeout: idleMs,
        headersTimeout: 0,
        bodyTimeout: 0,
      }),
      restsUntil: 0,
      timeouts: 0,
    }));
  }

  /** The next one that works as far as is known; the next one anyway when none does. */
  next(): Endpoint {
    const now = Date.now();
    const awake = this.all.filter(({ restsUntil }) => restsUntil <= now);
    return this.take(awake.length > 0 ? awake : this.all);
  }

  /** A subgraph that closes its connections is about to stop: others are asked while it does. */
  answered(endpoint: Endpoint, closing: boolean): void {
    endpoint.timeouts = 0;
    if (closing) this.rest(endpoint);
  }

  rest(endpoint: Endpoint): void {
    endpoint.restsUntil = Date.now() + restMs;
  }

  timedOut(endpoint: Endpoint): void {
    endpoint.timeouts += 1;
    if (endpoint.timeouts >= timeoutsMax) this.rest(endpoint);
  }

  async close(): Promise<void> {
    await Promise.all(this.all.map(({ pool }) => pool.close()));
  }

  private take(from: readonly Endpoint[]): Endpoint {
    const endpoint = from[this.turn++ % from.length];
    if (!endpoint) throw new Error('a subgraph needs a URL');
    return endpoint;
  }
}
