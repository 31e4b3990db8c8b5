import type { ApolloServer } from '@apollo/server';
import { getOperationAST, type GraphQLSchema } from 'graphql';
import type { Log } from '@bindery/service';
import type { RegisteredDocument } from '../door/documents/registered-document';
import { othersTurn } from '../execution/others-turn';
import type { SupergraphGateway } from '../execution/supergraph-gateway';
import { warmingUp } from '../execution/warming-up';
import type { GraphContext } from '../http/graph-server';
import { sampleVariables } from './sample-variables';

interface WarmUpOptions {
  readonly apollo: ApolloServer<GraphContext>;
  readonly documents: readonly RegisteredDocument[];
  readonly log: Log;
}

/** Sends the registered documents through the started server now, and again, beside the requests, with each new supergraph. */
export async function keepWarm({
  gateway,
  ...options
}: WarmUpOptions & { readonly gateway: SupergraphGateway }): Promise<void> {
  if (gateway.schema) await warmUp(options, gateway.schema);
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => {
    // After the server has taken the new schema over as well.
    setImmediate(
      () =>
        void warmUp(options, apiSchema).catch((error: unknown) =>
          options.log.error({ err: error }, 'registered documents could not be warmed up'),
        ),
    );
  });
}

/**
 * Sends each registered operation once through everything but the subgraphs, so that it is parsed, validated and weighed before the
 * first client asks; its plan was made before the graph served. Operations that no longer fit the graph are told to the log: with
 * them, an app that people have installed is broken.
 */
async function warmUp({ apollo, documents, log }: WarmUpOptions, schema: GraphQLSchema): Promise<void> {
  const began = performance.now();
  for (const { text, document, operationNames } of documents) {
    for (const operationName of operationNames) {
      const operation = getOperationAST(document, operationName);
      const { body } = await apollo.executeOperation(
        { query: text, operationName, variables: operation ? sampleVariables(schema, operation) : {} },
        { contextValue: { [warmingUp]: true } },
      );
      const errors = body.kind === 'single' ? body.singleResult.errors : undefined;
      if (errors?.length)
        log.error(
          { operation: operationName, reason: errors[0]?.message },
          'a registered document does not fit the graph',
        );
    }
    await othersTurn();
  }
  log.info(
    { documents: documents.length, tookMs: Math.round(performance.now() - began) },
    'registered documents are warmed up',
  );
}
