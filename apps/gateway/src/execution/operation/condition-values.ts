import { GraphQLError, Kind, valueFromASTUntyped, visit, type DirectiveNode, type ValueNode } from 'graphql';
import type { ClientOperation } from './client-operation';

/** The value of each variable on which `@skip` and `@include` of one operation hang. */
export type ConditionValues = ReadonlyMap<string, boolean>;

export interface Conditions {
  /** Names of the variables. */
  readonly variables: readonly string[];
  /** Out of the variables of one request. Throws BAD_USER_INPUT for null: a variable with a default may be given it, a condition may not. */
  read(given: Readonly<Record<string, unknown>> | undefined): ConditionValues;
}

const none: ConditionValues = new Map();

export function conditionsOf({ operation, fragments }: ClientOperation): Conditions {
  const variables = [...new Set([operation, ...Object.values(fragments)].flatMap(conditionVariablesOf))];
  if (variables.length === 0) return { variables, read: () => none };
  const defaults = new Map(
    (operation.variableDefinitions ?? []).map(({ variable, defaultValue }) => [
      variable.name.value,
      defaultValue && valueFromASTUntyped(defaultValue),
    ]),
  );
  return {
    variables,
    read: (given) =>
      new Map(
        variables.map((name) => {
          const own = given && Object.hasOwn(given, name) ? given[name] : undefined;
          const value = own === undefined ? defaults.get(name) : own;
          if (typeof value === 'boolean') return [name, value];
          throw new GraphQLError(`Variable "$${name}" of @skip or @include must be true or false.`, {
            extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
          });
        }),
      ),
  };
}

function conditionVariablesOf(node: ClientOperation['operation'] | ClientOperation['fragments'][string]): string[] {
  const names: string[] = [];
  visit(node, {
    Directive(directive) {
      const value = isCondition(directive) && conditionOf(directive);
      if (value && value.kind === Kind.VARIABLE) names.push(value.name.value);
    },
  });
  return names;
}

/** Whether something with these directives is asked for. */
export const isAsked = (directives: readonly DirectiveNode[] | undefined, values: ConditionValues): boolean =>
  !directives?.some((directive) => {
    if (!isCondition(directive)) return false;
    const condition = conditionOf(directive);
    const value =
      condition?.kind === Kind.VARIABLE
        ? values.get(condition.name.value)
        : condition?.kind === Kind.BOOLEAN && condition.value;
    return value === (directive.name.value === 'skip');
  });

/** The directives but for conditions. */
export const withoutConditions = (directives: readonly DirectiveNode[] | undefined) =>
  directives?.some(isCondition) ? directives.filter((each) => !isCondition(each)) : directives;

const isCondition = ({ name }: DirectiveNode) => name.value === 'skip' || name.value === 'include';
const conditionOf = ({ arguments: given }: DirectiveNode): ValueNode | undefined => given?.[0]?.value;
