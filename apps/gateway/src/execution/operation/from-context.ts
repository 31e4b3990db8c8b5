import { isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';

/**
 * Fields with an argument that comes from an object around them (`@context`, `@fromContext`), as `Type.field`, out of the supergraph’s own
 * directives. Plans carry such a value from one fetch to another, which ours are not compiled for.
 */
export const fieldsFromContext = (supergraph: GraphQLSchema): readonly string[] =>
  Object.values(supergraph.getTypeMap()).flatMap((type) =>
    isObjectType(type) || isInterfaceType(type)
      ? Object.values(type.getFields()).flatMap(({ name, astNode }) =>
          astNode?.directives?.some((directive) =>
            directive.arguments?.some((argument) => argument.name.value === 'contextArguments'),
          )
            ? [`${type.name}.${name}`]
            : [],
        )
      : [],
  );
