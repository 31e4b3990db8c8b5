import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { parseJson } from '@bindery/kernel';
import { headerText, withCaller, type Caller, type Log, type SecurityLog } from '@bindery/service';
import {
  createGatewaySignatureVerifier,
  gatewaySignatureHeader,
  readGatewayKeys,
  type GatewayClaims,
} from '@bindery/trust';
import { inLanguage, withCode } from '../schema/argument-error';
import type { Subgraph } from '../schema/build-subgraph';
import { toPublicError } from '../problems/graphql-errors';
import { onlyTheGateway } from './gateway-only';
import {
  createRequestContext,
  type LoadTimeZone,
  type RequestContext,
  type RequestSurroundings,
} from '../request/request-context';

export interface SubgraphServerOptions {
  /** Its name in the supergraph, the audience of the gateway's signature. */
  readonly name: string;
  readonly subgraph: Subgraph;
  /** What this subgraph shares with the gateway, as `readGatewayKeys` takes it. */
  readonly gatewayKeys: string;
  /** Where people reach support, if anywhere. */
  readonly supportUrl?: string;
  readonly loadTimeZone?: LoadTimeZone | undefined;
  readonly log: Log;
  readonly security: SecurityLog;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** What the gateway vouched for; set on `/graphql` only. */
    gatewayClaims?: GatewayClaims;
  }
}

/**
 * Adds `POST /graphql` to the app. Every request must carry the gateway's signature over its exact bytes,
 * `_service` and `_entities` included; any other is answered 401 before anything of it is read.
 */
export async function addSubgraph(
  app: FastifyInstance,
  { name, subgraph, gatewayKeys, supportUrl, loadTimeZone, log, security }: SubgraphServerOptions,
): Promise<void> {
  const apollo = createApollo(subgraph, log);
  await apollo.start();
  const verify = createGatewaySignatureVerifier(name, readGatewayKeys(gatewayKeys));
  const answer = fastifyApolloHandler(apollo, {
    context: async (request) => toContext(request, { log, security, supportUrl, loadTimeZone }),
  });

  await app.register(async (scope) => {
    scope.removeContentTypeParser('application/json');
    scope.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    scope.post('/graphql', {
      preHandler: async (request, reply) => {
        const body = typeof request.body === 'string' ? request.body : '';
        const verdict = verify(headerText(request.headers[gatewaySignatureHeader]), body);
        if (!verdict.ok) {
          security.record('gateway-signature-refused', { sourceAddress: request.ip, errorCode: verdict.error.kind });
          return reply.code(401).send(onlyTheGateway);
        }
        request.gatewayClaims = verdict.value;
        request.body = parseJson(body);
      },
      handler: (request, reply) =>
        withCaller(toCaller(request.gatewayClaims), () => answer.call(scope, request, reply)),
    });
  });
  app.addHook('onClose', () => apollo.stop());
}

function createApollo({ schema }: Subgraph, log: Log) {
  return new ApolloServer<RequestContext>({
    schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: false,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    logger: log,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      {
        async requestDidStart() {
          return {
            async willSendResponse({ response, errors, contextValue }) {
              if (response.body.kind !== 'single' || !response.body.singleResult.errors) return;
              response.body.singleResult.errors = response.body.singleResult.errors.map((formatted, index) =>
                toPublicError(
                  inLanguage(withCode(formatted), contextValue.locale),
                  errors?.[index],
                  contextValue.requestId,
                  contextValue.log,
                ),
              );
            },
          };
        },
      },
    ],
  });
}

const toCaller = (claims: GatewayClaims | undefined): Caller => ({
  address: claims?.clientAddress,
  accountId: claims?.viewer?.accountId,
  requestId: claims?.requestId,
  clientApp: claims?.clientApp,
});

function toContext({ gatewayClaims }: FastifyRequest, surroundings: RequestSurroundings): RequestContext {
  if (!gatewayClaims) throw new Error('a request came past the signature check');
  return createRequestContext(gatewayClaims, surroundings);
}
