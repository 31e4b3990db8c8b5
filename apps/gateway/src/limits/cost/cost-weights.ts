import { Kind, parse, valueFromASTUntyped, visit, type ConstDirectiveNode } from 'graphql';

/** How long a list is taken to be: by what says so. From `@listSize` of the IBM cost specification, as Apollo has it. */
export interface ListSize {
  readonly assumedSize?: number;
  readonly slicingArguments?: readonly string[];
  /** Fields of the answer that are as long; without them the field itself is the list. */
  readonly sizedFields?: readonly string[];
}

interface FieldWeight {
  readonly weight?: number;
  readonly listSize?: ListSize;
  readonly argumentWeights: Readonly<Record<string, number>>;
}

/** What `@cost` and `@listSize` say in a graph, by type and by `Type.field`. */
export interface CostWeights {
  readonly types: ReadonlyMap<string, number>;
  readonly fields: ReadonlyMap<string, FieldWeight>;
}

/** Reads the directives of a composed graph; the API schema that clients see has lost them. https://ibm.github.io/graphql-specs/cost-spec.html */
export function readCostWeights(supergraphSdl: string): CostWeights {
  const types = new Map<string, number>();
  const fields = new Map<string, FieldWeight>();
  let owner = '';
  const type = (node: { name: { value: string }; directives?: readonly ConstDirectiveNode[] }) => {
    owner = node.name.value;
    const weight = weightOf(node.directives);
    if (weight !== undefined) types.set(owner, weight);
  };
  visit(parse(supergraphSdl, { noLocation: true }), {
    ObjectTypeDefinition: type,
    InterfaceTypeDefinition: type,
    ScalarTypeDefinition: type,
    EnumTypeDefinition: type,
    FieldDefinition(node) {
      const weight = weightOf(node.directives);
      const listSize = argumentsOf(node.directives, 'listSize') as ListSize | undefined;
      const argumentWeights = Object.fromEntries(
        (node.arguments ?? []).flatMap((argument) => weightsBy(argument.name.value, weightOf(argument.directives))),
      );
      if (weight === undefined && !listSize && Object.keys(argumentWeights).length === 0) return;
      fields.set(`${owner}.${node.name.value}`, {
        ...(weight === undefined ? {} : { weight }),
        ...(listSize ? { listSize } : {}),
        argumentWeights,
      });
    },
  });
  return { types, fields };
}

const weightsBy = (name: string, weight: number | undefined): [string, number][] =>
  weight === undefined ? [] : [[name, weight]];

function weightOf(directives: readonly ConstDirectiveNode[] | undefined): number | undefined {
  const weight = argumentsOf(directives, 'cost')?.weight;
  return weight === undefined ? undefined : Number(weight);
}

function argumentsOf(
  directives: readonly ConstDirectiveNode[] | undefined,
  name: string,
): Record<string, unknown> | undefined {
  const found = directives?.find((directive) => directive.name.value === name);
  return (
    found &&
    Object.fromEntries(
      (found.arguments ?? [])
        .filter(({ value }) => value.kind !== Kind.NULL)
        .map((argument) => [argument.name.value, valueFromASTUntyped(argument.value)]),
    )
  );
}
