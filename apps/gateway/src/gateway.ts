import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { FastifyInstance } from 'fastify';
import type { Component, Log, Metrics } from '@bindery/service';
import { createGatewaySigner, toGatewayKeys } from '@bindery/trust';
import type { GatewayContext } from './door/auth/gateway-context';
import { composeDoor } from './door/compose-door';
import { isWarmUp, SubgraphDataSource } from './data-source/subgraph-data-source';
import { createSubgraphMetrics } from './data-source/subgraph-metrics';
import { countWays } from './execution/count-ways';
import { KnownOperations } from './execution/known-operations';
import { installExecutor } from './execution/install-executor';
import { addEventsRoute } from './events/events-route';
import { openLiveChanges } from './events/open-live-changes';
import type { GatewayConfig } from './gateway.config';
import { addGraphqlRoute } from './http/graphql-route';
import { createCostLimit } from './limits/cost/cost-limit';
import { depthLimit } from './limits/depth-limit';
import { knownOperation } from './limits/known-operation';
import { knownOperationName } from './limits/known-operation-name';
import { lenientStatus } from './limits/lenient-status';
import { requestLimits } from './limits/request-limits';
import { rootFieldLimit } from './limits/root-field-limit';
import { createPublicError } from './refusals/public-error';
import { countRefusals } from './refusals/count-refusals';
import { logBugs } from './refusals/log-bugs';
import { supergraphFile } from './supergraph/supergraph-file';
import { keepWarm } from './supergraph/warm-up';
import { uncompressedSecrets } from './http/uncompressed-secrets';

/** The one door for clients: plans over the composed graph, signs each request to a subgraph, shows nothing of the inside. */
export async function createGateway(
  app: FastifyInstance,
  config: GatewayConfig,
  log: Log,
  metrics: Metrics,
): Promise<Component> {
  installExecutor(log);
  const production = config.NODE_ENV === 'production';
  const toPublicError = createPublicError({ production, count: countRefusals(metrics), onBug: logBugs(log) });
  const urls: Readonly<Record<string, readonly string[]>> = config.SUBGRAPH_URLS;
  const keys: Readonly<Record<string, Readonly<Record<string, string>>>> = config.SUBGRAPH_KEYS;
  const metricsOf = createSubgraphMetrics(metrics);
  const sources: SubgraphDataSource[] = [];
  const cost = createCostLimit();
  const known = new KnownOperations(() => gateway.schema, cost);
  const gateway: ApolloGateway = new ApolloGateway({
    supergraphSdl: supergraphFile({
      path: config.SUPERGRAPH_PATH,
      subgraphs: new Set(Object.keys(urls)),
      pollMs: config.SUPERGRAPH_POLL_MS,
      log,
      metrics,
    }),
    logger: log,
    experimental_didResolveQueryPlan: (resolved) =>
      isWarmUp(resolved.requestContext.context) && known.remember(resolved),
    buildService({ name }) {
      const own = urls[name];
      if (!own) throw new Error(`SUBGRAPH_URLS has no ${name}, which the supergraph needs`);
      const source = new SubgraphDataSource({
        name,
        urls: own,
        sign: createGatewaySigner(name, toGatewayKeys(keys[name] ?? {})),
        timeoutMs: config.SUBGRAPH_TIMEOUT_MS,
        log,
        metrics: metricsOf(name),
      });
      sources.push(source);
      return source;
    },
  });
  const apollo = new ApolloServer<GatewayContext>({
    gateway,
    logger: log,
    introspection: !production,
    hideSchemaDetailsFromClientErrors: production,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: false,
    parseOptions: { maxTokens: requestLimits.tokens },
    validationOptions: { maxErrors: requestLimits.reportedErrors },
    validationRules: [rootFieldLimit, depthLimit, knownOperation],
    formatError: toPublicError,
    plugins: [
      knownOperationName,
      cost.plugin,
      lenientStatus,
      uncompressedSecrets,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
    ],
  });
  const live = openLiveChanges(config, log, metrics);
  const {
    door,
    registry,
    stop: stopDoor,
  } = await composeDoor(config, log, metrics, (sessionId) => live?.hasEnded(sessionId) ?? false);
  await apollo.start();
  await keepWarm({ apollo, gateway, texts: registry.texts, log });
  await addGraphqlRoute(app, { apollo, door, known, count: countWays(metrics), toPublicError });
  if (live) addEventsRoute(app, { live, door, toPublicError });
  return {
    name: 'gateway',
    start: async () => live?.start(),
    async stop() {
      stopDoor();
      await live?.stop();
      await apollo.stop();
      await Promise.all(sources.map((source) => source.close()));
    },
  };
}
