import { registerEnumType } from 'type-graphql';

export type EnumOf<Value extends string> = { readonly [Each in Value]: Each };

/**
 * A GraphQL enum out of a list of the domain: each value is its own name, and one without a description does not compile.
 * `words` are the schema's documentation, so in English.
 */
export function enumOf<const Value extends string>(
  name: string,
  description: string,
  values: readonly Value[],
  words: Readonly<Record<Value, string>>,
): EnumOf<Value> {
  const members = Object.fromEntries(values.map((value) => [value, value])) as EnumOf<Value>;
  const valuesConfig = Object.fromEntries(values.map((value) => [value, { description: words[value] }]));
  registerEnumType(members, { name, description, valuesConfig: valuesConfig as never });
  return members;
}
