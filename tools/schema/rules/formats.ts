import { getNamedType, isInterfaceType, isObjectType } from 'graphql';
import type { SchemaRule } from '../finding';
import { schemaElements, type SchemaElement } from '../schema-elements';

/** What a description must tell besides its meaning, by the type of the value. */
const shapes: Readonly<Record<string, { readonly tells: RegExp; readonly problem: string }>> = {
  DateTime: { tells: /\bUTC\b/, problem: 'a moment says that it is UTC' },
  Duration: { tells: /ISO 8601.*e\.g\./, problem: 'a duration says that it is ISO 8601 and gives an example' },
  Int: {
    tells: /\d|\bhow many\b|\b(minor units|seconds|minutes|days|characters|bytes|digits)\b/i,
    problem: 'a number says its unit or what it counts',
  },
  SafeInt: { tells: /\b(minor units|bytes|how many)\b/i, problem: 'a number says its unit or what it counts' },
  Float: { tells: /\d|\b(minor units|seconds|minutes|days|per cent)\b/i, problem: 'a number says its unit' },
};

/** Text that a client sends says how it looks (an example, a length, a list), or which answer it was taken from. */
const textTells =
  /e\.g\.|\d|zh-CN|\b(token|digest|endCursor|startCursor|version) of\b|\bas typed\b|\bnewest refresh token\b/i;

/** An id says how it looks: the example begins with the name of its own type. */
const idTells = /e\.g\. (a )?[a-z]|^1 to \d+ ids/;

/** A value that has a format says which, with its unit or an example, so that nobody has to try. */
export const formats: SchemaRule = (schema) =>
  schemaElements(schema).flatMap((element) => {
    const { at, description, type } = element;
    if (!type) return [];
    const named = getNamedType(type).name;
    const shape = shapes[named];
    if (shape && !shape.tells.test(description)) return [{ at, problem: shape.problem }];
    if (element.kind === 'argument' && element.name === 'id' && named !== 'ID')
      return [{ at, problem: 'an argument called id is an ID, as all others' }];
    if (isSent(element) && named === 'String' && !textTells.test(description))
      return [{ at, problem: 'text that a client sends says how it looks, e.g. by an example' }];
    if (isSent(element) && named === 'ID' && !idTells.test(description))
      return [{ at, problem: 'an id that a client sends has an example' }];
    return ownId(element);
  });

const isSent = ({ kind }: SchemaElement) => kind === 'argument' || kind === 'input field';

/** `Binding.id` must not be explained by the id of a card, and what `node` does not take is not called global. */
function ownId({ at, name, kind, owner, description }: SchemaElement) {
  const isNode =
    isObjectType(owner) && owner.getInterfaces().some((each) => isInterfaceType(each) && each.name === 'Node');
  if (name !== 'id' || kind !== 'field') return [];
  if (!isNode)
    return isObjectType(owner) && /global/i.test(description)
      ? [{ at, problem: `no ${owner.name} is a Node, so its id is not called global` }]
      : [];
  const prefix = owner.name.replace(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
  return description.includes(`e.g. ${prefix}_`)
    ? []
    : [{ at, problem: `the id of a ${owner.name} has an example that begins with ${prefix}_` }];
}
