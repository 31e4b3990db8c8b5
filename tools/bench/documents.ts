import { loadavg } from 'node:os';
import { Pool } from 'undici';
import type { Contender } from './gateway/contender';
import { startGatewayWorld, type GatewayWorld } from './gateway/world';
import { plainRequest, worstRequests, type WorstRequest } from './gateway/worst-documents';

/** Milliseconds of the event loop that one request may take, whatever it asks for. */
const goalMs = 10;
/** Others use the machine too, so the least of so many counts; a document is new each time. */
const rounds = 12;
/** Until V8 has compiled what is used. */
const warmUps = 150;

interface Measured {
  readonly request: WorstRequest;
  readonly ms: number;
  readonly answer: string;
}

/**
 * The worst documents under all limits, side by side with a plain one: milliseconds of the gateway's event loop for the first request with each
 * document, asked by a stranger and by somebody signed in; the higher of the two counts. Any document may be sent, as while an app is made.
 */
export async function benchDocuments(): Promise<string> {
  const world = await startGatewayWorld();
  const gateway = await world.startOurs([], { NODE_ENV: 'development', REQUESTS_PER_ACCOUNT: '1000000' });
  try {
    await world.makeTokens(2 * rounds * (worstRequests.length + 2) + warmUps);
    const asking = new Asking(world, gateway);
    for (let round = 0; round < warmUps; round++) await asking.loopMs(round % 2 ? plainRequest : anyOf(round), true);
    const plain = await measure(asking, plainRequest);
    const measured: Measured[] = [];
    for (const request of worstRequests) measured.push(await measure(asking, request));
    await asking.close();
    return toTable(plain, measured);
  } finally {
    await gateway.stop();
    world.stop();
  }
}

const anyOf = (round: number): WorstRequest => worstRequests[round % worstRequests.length] ?? plainRequest;

async function measure(asking: Asking, request: WorstRequest): Promise<Measured> {
  const least = { stranger: Infinity, holder: Infinity };
  let answer = '';
  for (let round = 0; round < rounds; round++) {
    const stranger = await asking.loopMs(request, false);
    const holder = await asking.loopMs(request, true);
    least.stranger = Math.min(least.stranger, stranger.ms);
    least.holder = Math.min(least.holder, holder.ms);
    answer = holder.answer;
  }
  return { request, ms: Math.max(least.stranger, least.holder), answer };
}

class Asking {
  private readonly pool: Pool;
  private asked = 0;

  constructor(
    private readonly world: GatewayWorld,
    private readonly gateway: Contender,
  ) {
    this.pool = new Pool(gateway.url, { connections: 1 });
  }

  async loopMs({ query, variables }: WorstRequest, signedIn: boolean): Promise<{ ms: number; answer: string }> {
    const body = JSON.stringify({ query: query(`N${this.asked++}`), variables });
    const before = await this.gateway.use();
    const response = await this.pool.request({
      method: 'POST',
      path: '/graphql',
      headers: {
        'content-type': 'application/json',
        ...(signedIn ? { authorization: `Bearer ${this.world.nextToken()}` } : {}),
      },
      body,
    });
    const text = await response.body.text();
    const after = await this.gateway.use();
    const [, code] = /"code":"(\w+)"/.exec(text) ?? [];
    return { ms: after.loopMs - before.loopMs, answer: code ?? 'answered' };
  }

  close(): Promise<void> {
    return this.pool.close();
  }
}

function toTable(plain: Measured, measured: readonly Measured[]): string {
  const line = ({ request, ms, answer }: Measured) =>
    [
      request.what.padEnd(44),
      ms.toFixed(1).padStart(7),
      (ms / plain.ms).toFixed(1).padStart(7),
      `  ${answer}${ms > goalMs ? `  above ${goalMs} ms` : ''}${request.inDevelopmentOnly ? '  (not in production)' : ''}`,
    ].join('');
  return [
    `worst documents: CPU ms of the event loop, the least of ${rounds}, and how many times a plain one; load ${loadavg()[0]?.toFixed(1)}`,
    ...[plain, ...measured].map(line),
    '',
  ].join('\n');
}
