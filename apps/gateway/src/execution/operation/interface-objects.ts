import { isInterfaceType, Kind, type GraphQLSchema } from 'graphql';

/** Names of the interfaces that are one object to some subgraph (`@interfaceObject`), out of the supergraph’s own directives. */
export const interfaceObjectsOf = (supergraph: GraphQLSchema): ReadonlySet<string> =>
  new Set(
    Object.values(supergraph.getTypeMap()).flatMap((type) => {
      const directives = isInterfaceType(type) ? (type.astNode?.directives ?? []) : [];
      const isOne = directives.some(({ name, arguments: given }) =>
        given?.some(
          (each) =>
            name.value === 'join__type' &&
            each.name.value === 'isInterfaceObject' &&
            each.value.kind === Kind.BOOLEAN &&
            each.value.value,
        ),
      );
      return isOne ? [type.name] : [];
    }),
  );
