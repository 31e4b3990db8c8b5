import { isInputObjectType, isObjectType, isUnionType, type GraphQLField, type GraphQLSchema } from 'graphql';
import type { SchemaRule } from '../finding';

/**
 * A mutation takes one `input` with the client's idempotency key, and answers with a union: its success and every expected
 * failure. `withoutKey` names mutations that a repetition cannot hurt, with why.
 */
export const mutations =
  (withoutKey: Readonly<Record<string, string>>): SchemaRule =>
  (schema) =>
    Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap((field) => {
      const name = `${field.name.charAt(0).toUpperCase()}${field.name.slice(1)}`;
      const problems = [
        ...inputProblems(schema, field, name, field.name in withoutKey),
        ...resultProblems(field, name),
      ];
      return problems.map((problem) => ({ at: `Mutation.${field.name}`, problem }));
    });

function inputProblems(
  schema: GraphQLSchema,
  { args }: GraphQLField<unknown, unknown>,
  name: string,
  mayLackKey: boolean,
): string[] {
  const [input] = args;
  if (args.length !== 1 || input?.name !== 'input' || String(input.type) !== `${name}Input!`)
    return [`takes one argument, input: ${name}Input!`];
  const type = schema.getType(`${name}Input`);
  const key = isInputObjectType(type) ? type.getFields().idempotencyKey : undefined;
  return mayLackKey || String(key?.type) === 'String!' ? [] : [`${name}Input has no idempotencyKey: String!`];
}

function resultProblems({ type }: GraphQLField<unknown, unknown>, name: string): string[] {
  if (String(type) !== `${name}Result!`) return [`answers with ${name}Result!`];
  const union = 'ofType' in type ? type.ofType : type;
  if (!isUnionType(union)) return [`${name}Result is a union`];
  const others = union.getTypes().filter((member) => member.name !== `${name}Success`);
  const unexpected = others.filter((member) => !member.getInterfaces().some((each) => each.name === 'Problem'));
  return [
    ...(others.length < union.getTypes().length ? [] : [`${name}Result has no member ${name}Success`]),
    ...unexpected.map((member) => `${member.name} is neither ${name}Success nor a Problem`),
  ];
}

/**
 * Fields of one name have one type in all members of a union: GraphQL lets nobody ask for two of them in one selection otherwise, and a client asks
 * for all members at once (https://spec.graphql.org/October2021/#sec-Field-Selection-Merging).
 */
export const members: SchemaRule = (schema) =>
  Object.values(schema.getTypeMap()).flatMap((union) => {
    if (!isUnionType(union)) return [];
    const fields = union
      .getTypes()
      .flatMap((member) =>
        Object.values(member.getFields()).map(({ name, type }) => ({ name, member: member.name, type: String(type) })),
      );
    return fields.flatMap(({ name, member, type }, index) => {
      const first = fields.findIndex((field) => field.name === name);
      const other = fields[first];
      return first === index || !other || other.type === type
        ? []
        : [
            {
              at: `${member}.${name}`,
              problem: `is ${type} here and ${other.type} in ${other.member}, beside it in ${union.name}`,
            },
          ];
    });
  });

/** Whatever is an error is a Problem with code, message and remedies, and says so in its name. */
export const problems: SchemaRule = (schema) =>
  Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type)) return [];
    const isProblem = type.getInterfaces().some(({ name }) => name === 'Problem');
    if (isProblem === type.name.endsWith('Error')) return [];
    return [
      { at: type.name, problem: isProblem ? 'the name of a Problem ends in Error' : 'an …Error implements Problem' },
    ];
  });
