import type { FastifyInstance } from 'fastify';
import { createSecurityLog, withCaller, type Component, type Log, type Metrics } from '@bindery/service';
import { openSubgraphs, reachOf } from './data-source/open-subgraphs';
import { createAskIdentity } from './door/auth/ask-identity';
import { isFresh } from './door/auth/session-check';
import { composeDoor } from './door/compose-door';
import { addUsageExportsRoute } from './downloads/usage-exports-route';
import { addEventsRoute } from './events/events-route';
import { openLiveChanges } from './events/open-live-changes';
import { createApolloPlanner, type CreatePlanner } from './execution/planner';
import { SupergraphGateway } from './execution/supergraph-gateway';
import type { GatewayConfig } from './gateway.config';
import { createGraphServer } from './http/graph-server';
import { addGraphqlRoute } from './http/graphql-route';
import { callerOf } from './refusals/caller-of';
import { createRecordRefusal } from './refusals/record-refusals';
import { addUnknownAddress } from './http/unknown-address';
import { createRefusalMetrics } from './refusals/refusal-metrics';
import { logBugs } from './refusals/log-bugs';
import { createClientErrors } from './refusals/client-error';
import { createReadiness } from './readiness';
import { supergraphFile } from './supergraph/supergraph-file';
import { keepWarm } from './supergraph/warm-up';

/** Documents and plans kept at most besides those that are registered. */
const othersMax = 1_000;

export interface Gateway extends Component {
  /**
   * Whether every subgraph has answered once, and it is known which sessions have ended: not before the event log has been read, nor when it cannot be
   * read any more.
   */
  isReady(): Promise<boolean>;
}

/** The one door for clients: plans over the composed graph, signs each request to a subgraph, shows nothing of the inside. */
export async function createGateway(
  app: FastifyInstance,
  config: GatewayConfig,
  log: Log,
  metrics: Metrics,
  createPlanner: CreatePlanner = createApolloPlanner,
): Promise<Gateway> {
  const production = config.NODE_ENV === 'production';
  const security = createSecurityLog(log);
  const [count, record] = [createRefusalMetrics(metrics), createRecordRefusal(security)];
  const onRefusal = (code: string) => [count, record].forEach((tell) => tell(code));
  const toClientError = createClientErrors({ production, count: onRefusal, onBug: logBugs(log) });
  app.addHook('onRequest', (request, _reply, done) => withCaller(callerOf(request), done));
  const live = openLiveChanges(config, log, metrics);
  const { subgraphs, close } = openSubgraphs(config, log, metrics);
  const subgraphsAnswered = createReadiness(Object.values(config.SUBGRAPH_URLS));
  const door = await composeDoor(
    config,
    log,
    metrics,
    {
      feed: live?.endedSessions,
      askIdentity: createAskIdentity(subgraphs),
    },
    security,
  );
  const { documents } = door.registry;
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
  const downloads = addUsageExportsRoute(app, {
    ...reachOf('binding', config),
    door: door.door,
    endedSessions: live?.endedSessions,
    toClientError,
    log,
  });
  if (live) addEventsRoute(app, { live, door: door.door, toClientError });
  return {
    name: 'gateway',
    isReady: async () => (await subgraphsAnswered()) && (!live || isFresh(live.endedSessions)),
    start: async () => live?.start(),
    async stop() {
      door.stop();
      await live?.stop();
      await apollo.stop();
      await downloads.close();
      await close();
      security.flush();
    },
  };
}
