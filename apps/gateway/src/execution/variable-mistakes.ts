import {
  getVariableValues,
  GraphQLError,
  isNonNullType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type VariableDefinitionNode,
} from 'graphql';
import { requestLimits } from '../limits/request-limits';
import { limitRefusal, toGraphqlError } from '../refusals/refusal';
import type { ClientOperation } from './operation/client-operation';

type Variables = Readonly<Record<string, unknown>>;

/** What is wrong with the variables of a request; nothing where they fit. */
export type MistakesIn = (variables: Variables | undefined) => readonly GraphQLError[];

/**
 * Looks at the variables of one operation before anything is done with them. Besides their types: a variable that has a default may stand where
 * null may not, and be given null. GraphQL.js finds that where it executes the field, which here may be another program.
 */
export function compileMistakes(asked: ClientOperation): MistakesIn {
  const { schema, operation } = asked;
  const { variableDefinitions = [] } = operation;
  if (variableDefinitions.length === 0) return () => [];
  const notNull = neverNull(asked, variableDefinitions);
  return (variables = {}) => {
    const { errors } = getVariableValues(schema, variableDefinitions, variables, {
      maxErrors: requestLimits.reportedErrors,
    });
    if (errors) return errors.map(toMistake);
    return notNull
      .filter(
        ({ variable }) => Object.hasOwn(variables, variable.name.value) && variables[variable.name.value] === null,
      )
      .map((nodes) => mistake(`Variable "$${nodes.variable.name.value}" must not be null where it stands.`, nodes));
  };
}

/** Those that may be null by their own type, and stand where null may not. */
function neverNull(
  { schema, operation, fragments }: ClientOperation,
  definitions: readonly VariableDefinitionNode[],
): VariableDefinitionNode[] {
  const found = new Set<string>();
  const types = new TypeInfo(schema);
  const document = { kind: Kind.DOCUMENT as const, definitions: [operation, ...Object.values(fragments)] };
  visit(
    document,
    visitWithTypeInfo(types, {
      VariableDefinition: () => false,
      Variable({ name }) {
        if (isNonNullType(types.getInputType())) found.add(name.value);
      },
    }),
  );
  return definitions.filter(({ variable, type }) => type.kind !== Kind.NON_NULL_TYPE && found.has(variable.name.value));
}

/** The last of too many has no place: GraphQL.js says there that it stopped. */
const toMistake = (error: GraphQLError): GraphQLError =>
  error.nodes
    ? mistake(error.message, error.nodes)
    : toGraphqlError(limitRefusal('TOO_MANY_ERRORS', requestLimits.reportedErrors));

const mistake = (message: string, nodes: GraphQLError['nodes'] | VariableDefinitionNode): GraphQLError =>
  new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
