import { GraphQLError, type OperationDefinitionNode } from 'graphql';

/** Refuses an `operationName` that the document has not with 400; without it the planner would be handed nothing and fail as if it were our fault. */
export function refuseUnknownName(operation: OperationDefinitionNode | undefined): void {
  if (operation) return;
  const extensions = { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } };
  throw new GraphQLError('There is no operation of that name in the document.', { extensions });
}
