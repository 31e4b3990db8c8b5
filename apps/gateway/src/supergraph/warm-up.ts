import type { ApolloGateway } from '@apollo/gateway';
import type { ApolloServer } from '@apollo/server';
import { Kind, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { Log } from '@bindery/service';
import type { GatewayContext } from '../door/auth/gateway-context';
import { warmingUp } from '../data-source/subgraph-data-source';
import { sampleVariables } from './sample-variables';

interface WarmUpOptions {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly schema: GraphQLSchema;
  /** The registered documents. */
  readonly texts: readonly string[];
  readonly log: Log;
}

/** Warms the caches of plans and documents now, and again, beside the requests, whenever a new supergraph was taken over. */
export async function keepWarm({
  gateway,
  ...options
}: Omit<WarmUpOptions, 'schema'> & { readonly gateway: ApolloGateway }): Promise<void> {
  if (gateway.schema) await warmUp({ ...options, schema: gateway.schema });
  gateway.onSchemaLoadOrUpdate(({ apiSchema: schema }) => {
    // After the server has taken the new schema over as well.
    setImmediate(
      () =>
        void warmUp({ ...options, schema }).catch((error: unknown) =>
          options.log.error({ err: error }, 'registered documents could not be planned'),
        ),
    );
  });
}

/**
 * Sends each registered operation once through everything but the subgraphs, so that it is parsed, validated, planned
 * and shaped before the first client asks. Operations that no longer fit the graph are told to the log: with them, an
 * app that people have installed is broken.
 */
async function warmUp({ apollo, schema, texts, log }: WarmUpOptions): Promise<void> {
  const began = performance.now();
  for (const text of texts) {
    for (const { name, variables } of operationsOf(parse(text), schema)) {
      const { body } = await apollo.executeOperation(
        { query: text, operationName: name, variables },
        { contextValue: { [warmingUp]: true } as unknown as GatewayContext },
      );
      const errors = body.kind === 'single' ? body.singleResult.errors : undefined;
      if (errors?.length)
        log.error({ operation: name, reason: errors[0]?.message }, 'a registered document does not fit the graph');
    }
  }
  log.info(
    { documents: texts.length, tookMs: Math.round(performance.now() - began) },
    'registered documents are planned',
  );
}

const operationsOf = ({ definitions }: DocumentNode, schema: GraphQLSchema) =>
  definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION && definition.operation !== 'subscription'
      ? [{ name: definition.name?.value, variables: sampleVariables(schema, definition) }]
      : [],
  );
