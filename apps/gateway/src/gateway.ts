import type { FastifyInstance } from 'fastify';
import type { Component, Log, Metrics } from '@bindery/service';
import { openSubgraphs } from './data-source/open-subgraphs';
import { composeDoor } from './door/compose-door';
import { addEventsRoute } from './events/events-route';
import { openLiveChanges } from './events/open-live-changes';
import { createApolloPlanner, type CreatePlanner } from './execution/planner';
import { SupergraphGateway } from './execution/supergraph-gateway';
import type { GatewayConfig } from './gateway.config';
import { createGraphServer } from './http/graph-server';
import { addGraphqlRoute } from './http/graphql-route';
import { addUnknownAddress } from './http/unknown-address';
import { createRefusalMetrics } from './refusals/refusal-metrics';
import { logBugs } from './refusals/log-bugs';
import { createClientErrors } from './refusals/client-error';
import { supergraphFile } from './supergraph/supergraph-file';
import { keepWarm } from './supergraph/warm-up';

/** Documents and plans kept at most besides those that are registered. */
const othersMax = 1_000;

/** The one door for clients: plans over the composed graph, signs each request to a subgraph, shows nothing of the inside. */
export async function createGateway(
  app: FastifyInstance,
  config: GatewayConfig,
  log: Log,
  metrics: Metrics,
  createPlanner: CreatePlanner = createApolloPlanner,
): Promise<Component> {
  const production = config.NODE_ENV === 'production';
  const toClientError = createClientErrors({ production, count: createRefusalMetrics(metrics), onBug: logBugs(log) });
  const live = openLiveChanges(config, log, metrics);
  const door = await composeDoor(config, log, metrics, (sessionId) => live?.hasEnded(sessionId) ?? false);
  const { documents } = door.registry;
  const { subgraphs, close } = openSubgraphs(config, log, metrics);
  const gateway = new SupergraphGateway({
    source: supergraphFile({ path: config.SUPERGRAPH_PATH, pollMs: config.SUPERGRAPH_POLL_MS, log, metrics }),
    subgraphs,
    registered: documents.flatMap(({ hash, document, operationNames }) =>
      operationNames.map((operationName) => ({ hash, document, operationName })),
    ),
    othersMax,
    createPlanner,
  });
  const apollo = createGraphServer({
    gateway,
    production,
    toClientError,
    registry: door.registry,
    documentsMax: documents.length + othersMax,
    log,
  });
  await apollo.start();
  await keepWarm({ apollo, gateway, documents, log });
  addUnknownAddress(app, toClientError);
  await addGraphqlRoute(app, { apollo, door: door.door, toClientError });
  if (live) addEventsRoute(app, { live, door: door.door, toClientError });
  return {
    name: 'gateway',
    start: async () => live?.start(),
    async stop() {
      door.stop();
      await live?.stop();
      await apollo.stop();
      await close();
    },
  };
}
