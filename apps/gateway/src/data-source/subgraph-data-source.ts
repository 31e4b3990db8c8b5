import { currentTraceparent, type Log } from '@bindery/service';
import { gatewaySignatureHeader, type GatewayClaims, type SignGatewayRequest } from '@bindery/trust';
import type { GatewayContext } from '../door/auth/gateway-context';
import type { Subgraph, SubgraphAnswer, SubgraphRequest } from '../execution/subgraph';
import { Endpoints, type Endpoint } from './endpoints';
import { Exchange, type HttpAnswer } from './exchange';
import { OperationBodies } from './operation-body';
import { readAnswer } from './read-answer';
import { toSubgraphError } from './subgraph-errors';
import { SubgraphFailure } from './subgraph-failure';
import { createGuard, type Guard } from './subgraph-guard';
import type { SubgraphMetrics } from './subgraph-metrics';

export interface SubgraphDataSourceOptions {
  readonly name: string;
  /** Base URLs without /graphql, of one process each or of a balancer. */
  readonly urls: readonly string[];
  readonly sign: SignGatewayRequest;
  /** Milliseconds for the whole answer: waiting for a place, connecting, headers and body. */
  readonly timeoutMs: number;
  readonly log: Log;
  readonly metrics: SubgraphMetrics;
}

/** A request as it is on the way, so that its time can end whatever it does. */
interface Call {
  readonly claims: GatewayClaims;
  readonly body: Buffer;
  readonly isMutation: boolean;
  exchange?: Exchange;
  timedOut: boolean;
}

/**
 * Asks one subgraph over kept-alive connections, each request signed for its body. A subgraph that is slow, gone or
 * talks nonsense becomes a typed error, and the rest of the answer stays.
 */
export class SubgraphDataSource implements Subgraph {
  private readonly endpoints: Endpoints;
  private readonly bodies = new OperationBodies();
  private readonly guard: Guard;

  constructor(private readonly options: SubgraphDataSourceOptions) {
    this.endpoints = new Endpoints(options.urls);
    this.guard = createGuard(options.name, options.log, options.metrics);
  }

  async process({ request, context }: Parameters<Subgraph['process']>[0]): Promise<SubgraphAnswer> {
    const { name, metrics } = this.options;
    const { head, isMutation } = this.bodies.operationOf(request);
    const body = Buffer.from(`${head}${JSON.stringify(request.variables)}}`);
    const began = performance.now();
    try {
      const answer = await this.inTime(
        { claims: (context as GatewayContext).claims, body, isMutation, timedOut: false },
        request,
      );
      metrics.answered((performance.now() - began) / 1000);
      return answer;
    } catch (error) {
      if (!(error instanceof SubgraphFailure)) throw error;
      metrics.failed(error.kind);
      this.options.log.debug({ subgraph: name, kind: error.kind, reason: error.message }, 'a subgraph did not answer');
      throw toSubgraphError(name, error.kind);
    }
  }

  close(): Promise<void> {
    return this.endpoints.close();
  }

  /** Resolves or rejects within the time, even while the request still waits for a place. */
  private inTime(call: Call, request: SubgraphRequest): Promise<SubgraphAnswer> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        const failure = new SubgraphFailure('TIMED_OUT', `no whole answer in ${this.options.timeoutMs} ms`);
        call.timedOut = true;
        call.exchange?.giveUp(failure);
        reject(failure);
      }, this.options.timeoutMs);
      const ended =
        <Outcome>(settle: (outcome: Outcome) => void) =>
        (outcome: Outcome) => {
          clearTimeout(timer);
          settle(outcome);
        };
      this.guard(async () => readAnswer(await this.send(call), request)).then(ended(resolve), ended(reject));
    });
  }

  /**
   * Sends once, and once more where that can do no harm: when nothing of it left this process, or when it only reads.
   * A mutation that may have arrived is never sent twice.
   */
  private async send(call: Call): Promise<HttpAnswer> {
    try {
      return await this.sendTo(this.endpoints.next(), call);
    } catch (error) {
      const mayGoAgain =
        error instanceof SubgraphFailure &&
        (error.kind === 'NOT_SENT' || (error.kind === 'CONNECTION_LOST' && !call.isMutation));
      if (!mayGoAgain || call.timedOut) throw error;
      this.options.metrics.sentAgain();
      return this.sendTo(this.endpoints.next(), call);
    }
  }

  private async sendTo(endpoint: Endpoint, call: Call): Promise<HttpAnswer> {
    if (call.timedOut) throw new SubgraphFailure('TIMED_OUT', 'its time was over before it had a place');
    const traceparent = currentTraceparent();
    const headers = [
      'content-type',
      'application/json',
      gatewaySignatureHeader,
      this.options.sign(call.claims, call.body),
    ];
    if (traceparent) headers.push('traceparent', traceparent);
    call.exchange = new Exchange(endpoint.pool, headers, call.body);
    try {
      const answer = await call.exchange.answer;
      this.endpoints.answered(endpoint, answer.closing);
      return answer;
    } catch (error) {
      if (error instanceof SubgraphFailure && error.kind === 'TIMED_OUT') this.endpoints.timedOut(endpoint);
      else this.endpoints.rest(endpoint);
      throw error;
    }
  }
}
