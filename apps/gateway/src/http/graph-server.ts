import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { Log } from '@bindery/service';
import type { GatewayContext } from '../door/auth/gateway-context';
import type { DocumentRegistry } from '../door/documents/document-registry';
import type { WarmUp } from '../execution/warming-up';
import { depthLimit } from '../limits/depth-limit';
import { knownOperation } from '../limits/known-operation';
import { requestLimits } from '../limits/request-limits';
import { rootFieldLimit } from '../limits/root-field-limit';
import type { ToClientError } from '../refusals/client-error';
import { createAnswerRules } from './answer-rules';
import { createDocumentStore } from './document-store';
import { withOwnCode } from './own-code';
import { persistedDocuments } from './persisted-documents';
import { writeAnswer } from './write-answer';

/** With what an operation comes: of a client, or to be planned ahead. */
export type GraphContext = GatewayContext | WarmUp;

export interface GraphServerOptions {
  /** Brings the graph and executes operations over it. */
  readonly gateway: GatewayInterface;
  readonly production: boolean;
  readonly toClientError: ToClientError;
  /** Documents that are named by their hash. */
  readonly registry: Pick<DocumentRegistry, 'find'>;
  /** Documents that are kept parsed, at most. */
  readonly documentsMax: number;
  readonly log: Log;
}

/** The GraphQL server that every operation goes through: it parses, validates, weighs, has executed, and writes the answer down. */
export function createGraphServer(options: GraphServerOptions): ApolloServer<GraphContext> {
  const { gateway, production, toClientError, registry, documentsMax, log } = options;
  return new ApolloServer<GraphContext>({
    gateway,
    logger: log,
    introspection: !production,
    hideSchemaDetailsFromClientErrors: production,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: false,
    persistedQueries: persistedDocuments(registry),
    documentStore: createDocumentStore(documentsMax),
    parseOptions: { maxTokens: requestLimits.tokens },
    validationOptions: { maxErrors: requestLimits.reportedErrors },
    validationRules: [rootFieldLimit, depthLimit, knownOperation],
    formatError: (formatted, error) => toClientError(withOwnCode(formatted), error),
    stringifyResult: writeAnswer,
    plugins: [
      createAnswerRules(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
    ],
  });
}
