import type { ApolloServerPlugin, BaseContext, GraphQLRequestListener } from '@apollo/server';
import { CostLimit } from '../limits/cost/cost-limit';
import { refuseUnknownName } from '../limits/known-operation-name';
import { lenientStatusOf } from '../limits/lenient-status';
import { cacheControlOf } from './uncompressed-secrets';

/**
 * What we add to the server's own way with a request: an operation has to be in its document and must not cost too much; an answer has
 * the status and the cache-control that we want. One plugin and one listener for all requests, as the server waits for each at every step.
 */
export function createAnswerRules(): ApolloServerPlugin {
  const cost = new CostLimit();
  const listener: GraphQLRequestListener<BaseContext> = {
    async didResolveOperation({ document, operation, request }) {
      refuseUnknownName(operation);
      if (operation) cost.refuseTooCostly(document, operation, request.variables ?? {});
    },
    async willSendResponse({ operation, request, response: { http, body } }) {
      http.headers.set('cache-control', cacheControlOf(operation?.operation));
      if (body.kind === 'single' && body.singleResult.errors)
        http.status = lenientStatusOf(http.status, request.http?.headers.get('accept'), body.singleResult.errors);
    },
  };
  return {
    async serverWillStart() {
      return {
        schemaDidLoadOrUpdate: ({ apiSchema, coreSupergraphSdl }) => cost.weighBy(apiSchema, coreSupergraphSdl ?? ''),
      };
    },
    requestDidStart: async () => listener,
  };
}
