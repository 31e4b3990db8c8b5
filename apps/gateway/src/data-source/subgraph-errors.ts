import { GraphQLError } from 'graphql';

/** A new try makes sense after a second: long enough for a restart behind a load balancer. */
const retryAfterMs = 1_000;

const subgraphError = (code: string, message: string) =>
  new GraphQLError(message, { extensions: { code, remedies: [{ code: 'TryAgain', at: new Date(Date.now() + retryAfterMs).toISOString() }] } });

/** The subgraph did not answer within its deadline. Only its name, which the public graph shows anyway, is told. */
export const subgraphTimeout = (name: string) => subgraphError('SUBGRAPH_TIMEOUT', `The ${name} part took too long to answer. Please try again.`);

/** The subgraph cannot be reached, or its answer is no GraphQL answer. */
export const subgraphUnavailable = (name: string) => subgraphError('SUBGRAPH_UNAVAILABLE', `The ${name} part cannot be reached. Please try again.`);
