import {
  Kind,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import type { Finding } from '../finding';

const rootTypes = new Set(['Query', 'Mutation']);

/**
 * Rules that only the supergraph shows: a root field is answered by one subgraph, and what a field needs of another subgraph
 * first (`@requires`) stands one hop away.
 */
export function ownership(supergraph: DocumentNode): readonly Finding[] {
  return supergraph.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
    return (definition.fields ?? []).flatMap((field) =>
      problemsOf(definition, field).map((problem) => ({ at: `${definition.name.value}.${field.name.value}`, problem })),
    );
  });
}

function problemsOf(type: ObjectTypeDefinitionNode, field: FieldDefinitionNode): string[] {
  // Without a join__field of its own a field belongs to every subgraph that has the type.
  const owners = directives(field, 'join__field').length || directives(type, 'join__type').length;
  return [
    ...(rootTypes.has(type.name.value) && owners !== 1 ? ['a root field is answered by exactly one subgraph'] : []),
    ...(requires(field).some((name) => isFarther(type, name))
      ? ['@requires reaches one hop: fields of the same type that require nothing themselves']
      : []),
  ];
}

/** A nested selection, or a field that itself has to wait for another. */
const isFarther = (type: ObjectTypeDefinitionNode, name: string): boolean => {
  const field = type.fields?.find((each) => each.name.value === name);
  return !field || requires(field).length > 0;
};

const requires = (field: FieldDefinitionNode): string[] =>
  directives(field, 'join__field').flatMap(({ arguments: given = [] }) =>
    given.flatMap(({ name, value }) =>
      name.value === 'requires' && value.kind === Kind.STRING ? value.value.trim().split(/\s+/) : [],
    ),
  );

const directives = (node: { readonly directives?: readonly ConstDirectiveNode[] }, name: string) =>
  (node.directives ?? []).filter((directive) => directive.name.value === name);
