import { GraphQLError, Kind, type ASTVisitor, type SelectionNode, type ValidationContext } from 'graphql';
import { limitRefusal, toExtensions } from '../refusals/refusal';
import { requestLimits } from './request-limits';

/** Validation rule: refuses operations with more root fields, aliases and fragments included, than are allowed. */
export function rootFieldLimit(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      if (countFields(context, operation.selectionSet.selections, new Map()) <= requestLimits.rootFields) return;
      context.reportError(
        new GraphQLError('Too many root fields.', {
          nodes: operation,
          extensions: toExtensions(limitRefusal('TOO_MANY_ROOT_FIELDS', requestLimits.rootFields)),
        }),
      );
    },
  };
}

/** `known` holds each fragment's own count, so that fragments which spread each other twice do not double the work. */
type Known = Map<string, number>;

function countFields(context: ValidationContext, selections: readonly SelectionNode[], known: Known): number {
  return selections.reduce((count, selection) => count + countSelection(context, selection, known), 0);
}

function countSelection(context: ValidationContext, selection: SelectionNode, known: Known): number {
  if (selection.kind === Kind.FIELD) return 1;
  if (selection.kind === Kind.INLINE_FRAGMENT) return countFields(context, selection.selectionSet.selections, known);
  return countFragment(context, selection.name.value, known);
}

/** A fragment that is being counted, which is a cycle and refused by another rule, counts nothing. */
function countFragment(context: ValidationContext, name: string, known: Known): number {
  const before = known.get(name);
  if (before !== undefined) return before;
  known.set(name, 0);
  const fragment = context.getFragment(name);
  const count = fragment ? countFields(context, fragment.selectionSet.selections, known) : 0;
  known.set(name, count);
  return count;
}
