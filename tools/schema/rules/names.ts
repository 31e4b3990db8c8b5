import { isEnumType } from 'graphql';
import type { Finding, SchemaRule } from '../finding';
import { schemaElements, type SchemaElement } from '../schema-elements';

const pascalCase = /^[A-Z][A-Za-z0-9]*$/;
const camelCase = /^[a-z][A-Za-z0-9]*$/;
const upperCase = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/;

/** Types PascalCase, fields and arguments camelCase, enum values UPPER_CASE; inputs end in Input and nothing else does. */
export const names: SchemaRule = (schema) =>
  schemaElements(schema).flatMap((element) => {
    const wanted = patternOf(element);
    const finding: Finding[] = wanted.pattern.test(element.name)
      ? []
      : [{ at: element.at, problem: `the name of this ${element.kind} is not ${wanted.called}` }];
    return [...finding, ...suffix(element)];
  });

/** The values of an enum of codes are the codes themselves, which are PascalCase everywhere (`ResendCode`). */
function patternOf({ kind, owner }: SchemaElement): { pattern: RegExp; called: string } {
  if (kind === 'type') return { pattern: pascalCase, called: 'PascalCase' };
  if (kind !== 'enum value') return { pattern: camelCase, called: 'camelCase' };
  return owner.name.endsWith('Code') &&
    isEnumType(owner) &&
    owner.getValues().every(({ name }) => pascalCase.test(name))
    ? { pattern: pascalCase, called: 'PascalCase' }
    : { pattern: upperCase, called: 'UPPER_CASE' };
}

function suffix({ kind, at, name, owner }: SchemaElement): Finding[] {
  if (kind !== 'type') return [];
  const isInput = owner.astNode?.kind === 'InputObjectTypeDefinition';
  if (isInput === name.endsWith('Input')) return [];
  return [{ at, problem: isInput ? 'the name of an input type ends in Input' : 'only input types end in Input' }];
}
