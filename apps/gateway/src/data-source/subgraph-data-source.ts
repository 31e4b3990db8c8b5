import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { GraphQLError } from 'graphql';
import { Pool } from 'undici';
import { currentTraceparent } from '@bindery/observability';
import { gatewaySignatureHeader, signGatewayRequest, type SigningKey } from '@bindery/trust';
import type { GatewayContext } from '../auth/gateway-context';
import { subgraphTimeout, subgraphUnavailable } from './subgraph-errors';

type SubgraphAnswer = Awaited<ReturnType<GraphQLDataSource['process']>>;

export interface SubgraphDataSourceOptions {
  readonly name: string;
  /** Base URL without /graphql. */
  readonly url: string;
  readonly key: SigningKey;
  readonly timeoutMs: number;
}

/** Connections to one subgraph; each carries one request at a time, so this bounds what a slow subgraph can hold. */
const connectionsMax = 64;

/** Bytes of a subgraph's answer at most: the heaviest screen stays far below. */
const answerBytesMax = 4 * 1024 * 1024;

/**
 * Asks one subgraph over a pool of kept-alive connections, each request signed for its body. A subgraph that is
 * slow, gone or talks nonsense becomes a typed error, and the rest of the answer stays.
 */
export class SubgraphDataSource implements GraphQLDataSource<GatewayContext> {
  private readonly pool: Pool;

  constructor(private readonly options: SubgraphDataSourceOptions) {
    this.pool = new Pool(options.url, { connections: connectionsMax, maxResponseSize: answerBytesMax });
  }

  async process({ request, context }: GraphQLDataSourceProcessOptions<GatewayContext>): Promise<SubgraphAnswer> {
    const { name, key } = this.options;
    const body = JSON.stringify({ query: request.query, variables: request.variables, operationName: request.operationName });
    const signature = await signGatewayRequest((context as GatewayContext).claims, name, body, key);
    try {
      return await this.post(body, signature);
    } catch (error) {
      throw error instanceof GraphQLError ? error : toSubgraphError(name, error);
    }
  }

  close(): Promise<void> {
    return this.pool.close();
  }

  private async post(body: string, signature: string): Promise<SubgraphAnswer> {
    const traceparent = currentTraceparent();
    const response = await this.pool.request({
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json', [gatewaySignatureHeader]: signature, ...(traceparent ? { traceparent } : {}) },
      body,
      signal: AbortSignal.timeout(this.options.timeoutMs),
    });
    const answer = (await response.body.json()) as SubgraphAnswer;
    if (typeof answer !== 'object' || answer === null || !('data' in answer || 'errors' in answer)) throw subgraphUnavailable(this.options.name);
    return answer;
  }
}

function toSubgraphError(name: string, error: unknown): GraphQLError {
  return error instanceof Error && error.name === 'TimeoutError' ? subgraphTimeout(name) : subgraphUnavailable(name);
}
