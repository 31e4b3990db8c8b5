import { GraphQLError, type ASTVisitor, type ValidationContext } from 'graphql';

/** Validation rule: refuses a kind of operation that the graph has not, e.g. a subscription. The rules of GraphQL itself let it pass. */
export function knownOperation(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      if (context.getSchema().getRootType(operation.operation)) return;
      context.reportError(new GraphQLError(`This graph has no ${operation.operation}.`, { nodes: operation }));
    },
  };
}
