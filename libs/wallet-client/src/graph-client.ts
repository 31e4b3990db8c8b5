import { documentIdOf, walletClientApp } from './document-ids';
import { pause } from './pause';

export interface GraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string; readonly [key: string]: unknown };
}

export interface GraphAnswer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly GraphError[];
}

/** The gateway answered with errors, or not with GraphQL at all. */
export class GraphRequestFailed extends Error {
  override name = 'GraphRequestFailed';

  constructor(
    readonly status: number,
    readonly errors: readonly GraphError[],
  ) {
    super(
      errors.map(({ message, extensions }) => `${extensions?.code ?? 'ERROR'}: ${message}`).join('; ') ||
        `HTTP ${status}`,
    );
  }

  get code(): string | undefined {
    return this.errors[0]?.extensions?.code;
  }
}

export interface GraphClientOptions {
  /** e.g. http://localhost:4000/graphql */
  readonly endpoint: string;
  readonly locale: 'zh-CN' | 'en';
  /** Name and version of the client app, told to the gateway with each request; the wallet client's own if left out. */
  readonly clientApp?: { readonly name: string; readonly version: string };
  readonly timeoutMs?: number;
  /** For how long `ask` asks again while a part of the graph is busy or away; 30 s if left out. */
  readonly patienceMs?: number;
}

export interface GraphClient {
  readonly endpoint: string;
  readonly clientApp: { readonly name: string; readonly version: string };
  /** Sends one operation; answers status, data and errors as they came. */
  send<Data>(
    document: string,
    variables?: object,
    accessToken?: string,
  ): Promise<{ status: number } & GraphAnswer<Data>>;
  /**
   * Sends one operation and answers its data; throws GraphRequestFailed when there are errors. A part that is busy or away is
   * asked again, later each time: the idempotency key among the variables makes that safe (requirement 7).
   */
  ask<Data>(document: string, variables?: object, accessToken?: string): Promise<Data>;
}

const passing = new Set([
  'SUBGRAPH_TIMEOUT',
  'SUBGRAPH_UNAVAILABLE',
  'SERVICE_UNAVAILABLE',
  'OVERLOADED',
  'TOO_MANY_REQUESTS',
]);

/** Full jitter, so that many who wait do not come back together. */
const delayMs = (tries: number): number => Math.random() * Math.min(250 * 2 ** tries, 8_000);

/** How long the gateway asks to stay away: the moment in the remedy TryAgain. Not longer than ten seconds, whatever its clock says. */
function askedDelayMs([error]: readonly GraphError[], answeredAt: number): number {
  const remedies = (error?.extensions?.remedies ?? []) as readonly { readonly code: string; readonly at?: string }[];
  const at = Date.parse(remedies.find(({ code }) => code === 'TryAgain')?.at ?? '');
  return Number.isNaN(at) ? 0 : Math.min(Math.max(0, at - answeredAt), 10_000);
}

/** A client of the gateway as an app would use it: one POST for each operation, by the id of its document where the app has registered it. */
export function createGraphClient({
  endpoint,
  locale,
  clientApp = walletClientApp,
  timeoutMs = 30_000,
  patienceMs = 30_000,
}: GraphClientOptions): GraphClient {
  const registered = clientApp.name === walletClientApp.name && clientApp.version === walletClientApp.version;

  async function exchange<Data>(query: string, variables: object = {}, accessToken?: string) {
    const documentId = registered ? await documentIdOf(query) : undefined;
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json;q=0.9',
        'accept-language': locale,
        'apollographql-client-name': clientApp.name,
        'apollographql-client-version': clientApp.version,
        ...(accessToken ? { authorization: `Bearer ${accessToken}` } : {}),
      },
      body: JSON.stringify({ ...(documentId ? { documentId } : { query }), variables }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const answer = (await response.json()) as GraphAnswer<Data>;
    // The moments in an answer are by the clock of who answers, which in a sandbox is not ours.
    const answeredAt = Date.parse(response.headers.get('date') ?? '') || Date.now();
    return { answeredAt, answer: { status: response.status, ...answer } };
  }
  return {
    endpoint,
    clientApp,
    send: async <Data>(query: string, variables?: object, accessToken?: string) =>
      (await exchange<Data>(query, variables, accessToken)).answer,
    async ask<Data>(query: string, variables?: object, accessToken?: string) {
      const deadline = Date.now() + patienceMs;
      for (let tries = 1; ; tries++) {
        const { answer, answeredAt } = await exchange<Data>(query, variables, accessToken);
        const { status, data, errors = [] } = answer;
        if (data && errors.length === 0) return data;
        const failed = new GraphRequestFailed(status, errors);
        if (!passing.has(failed.code ?? '') || Date.now() > deadline) throw failed;
        await pause(Math.max(delayMs(tries), askedDelayMs(errors, answeredAt)));
      }
    },
  };
}
