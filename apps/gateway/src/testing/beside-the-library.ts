import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { fastify } from 'fastify';
import { err, ok } from '@bindery/kernel';
import { createLog } from '@bindery/service';
import { clientApps } from '../door/clients/client-apps';
import { hashOf } from '../door/documents/document-manifest';
import { createFreeForm } from '../door/documents/free-form';
import type { DocumentRegistry } from '../door/documents/document-registry';
import { toRegisteredDocument, type RegisteredDocument } from '../door/documents/registered-document';
import { createDoor } from '../door/door';
import { createApolloPlanner } from '../execution/planner';
import type { Subgraphs } from '../execution/subgraph';
import { SupergraphGateway } from '../execution/supergraph-gateway';
import { createGraphServer } from '../http/graph-server';
import { addGraphqlRoute } from '../http/graphql-route';
import { createClientErrors } from '../refusals/client-error';

export interface AskedOverHttp {
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** All of an answer but the moment at which it was given. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

export interface BesideTheLibrary {
  /** Asks both the same. */
  ask(asked: AskedOverHttp): Promise<{ ours: HttpAnswer; theirs: HttpAnswer }>;
  stop(): Promise<void>;
}

export interface BesideTheLibraryOptions {
  readonly supergraphSdl: string;
  /** Made twice, as what one has done to its connections must not help or hinder the other. */
  readonly subgraphs: () => Subgraphs;
  readonly production?: boolean;
  /** Registered with ours, so that it knows them by hash and has planned them ahead; the library is sent their text. */
  readonly documents?: readonly string[];
}

const log = createLog({ service: 'test', level: 'silent', format: 'json' });

/** Our gateway and Apollo's, each in a server of its own with the same door, plugins, limits and funnel for errors. */
export async function besideTheLibrary(options: BesideTheLibraryOptions): Promise<BesideTheLibrary> {
  const documents = (options.documents ?? []).map((text) => toRegisteredDocument(hashOf(text), text));
  const ours = await startServer(createOurs(options, documents), options, documents);
  const theirs = await startServer(createTheirs(options), options, []);
  return {
    ask: async (asked) => ({ ours: await ours.ask(asked), theirs: await theirs.ask(asked) }),
    async stop() {
      await ours.stop();
      await theirs.stop();
    },
  };
}

const createOurs = (
  { supergraphSdl, subgraphs }: BesideTheLibraryOptions,
  documents: readonly RegisteredDocument[],
): GatewayInterface =>
  new SupergraphGateway({
    source: {
      async follow(takeOver) {
        const taken = await takeOver(supergraphSdl);
        if (!taken.ok) throw new Error(taken.error.reason);
        return () => undefined;
      },
    },
    subgraphs: subgraphs(),
    registered: documents.flatMap(({ hash, document, operationNames }) =>
      operationNames.map((operationName) => ({ hash, document, operationName })),
    ),
    othersMax: 1_000,
    createPlanner: createApolloPlanner,
  });

function createTheirs({ supergraphSdl, subgraphs }: BesideTheLibraryOptions): GatewayInterface {
  const own = subgraphs();
  return new ApolloGateway({
    supergraphSdl,
    logger: log,
    buildService: ({ name }) => own[name] as unknown as GraphQLDataSource,
  });
}

async function startServer(
  gateway: GatewayInterface,
  { production = false }: BesideTheLibraryOptions,
  documents: readonly RegisteredDocument[],
) {
  const registry: DocumentRegistry = {
    of: () => new Set(documents),
    find: (asked) =>
      documents.find(({ text, hash }) => (asked.text === undefined ? hash === asked.hash : text === asked.text)),
    documents,
  };
  const toClientError = createClientErrors({ production, count: () => undefined, onBug: () => 'the id of a bug' });
  const apollo = createGraphServer({ gateway, production, toClientError, registry, documentsMax: 1_000, log });
  await apollo.start();
  const door = createDoor({
    rules: () => clientApps.parse({}),
    documents: { registry, freeForm: createFreeForm() },
    verify: async () => err({ kind: 'TOKEN_INVALID' }),
    checkSession: async () => undefined,
    admission: { arrive: async () => undefined, enter: async () => ok(() => undefined) },
  });
  const app = fastify();
  await addGraphqlRoute(app, { apollo, door, toClientError });
  return {
    async ask({ body, headers = {} }: AskedOverHttp): Promise<HttpAnswer> {
      const answer = await app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json', ...headers },
        payload: JSON.stringify(body),
      });
      const { date: _date, ...others } = answer.headers;
      // When to try again is a moment too.
      return { status: answer.statusCode, headers: others, body: answer.body.replace(/"at":"[^"]*"/g, '"at":"…"') };
    },
    async stop() {
      await app.close();
      await apollo.stop();
    },
  };
}
