import type { ObjectShape, TypeShape } from './response-shape';

type Path = readonly (string | number)[];

export interface ClientPlace {
  /** As far as the client asked for it, in its own names. */
  readonly path: Path;
  /** Whether it asked for the place itself. */
  readonly isAsked: boolean;
  /** Whether null stands there in the answer, or instead of something around it. */
  readonly isNull: boolean;
}

/** Finds a place of the merged answer `input` again in the client’s answer `data`. */
export function clientPlace(root: ObjectShape, input: unknown, data: unknown, source: Path): ClientPlace {
  const path: (string | number)[] = [];
  let [value, told] = [input, data];
  let object: ObjectShape | undefined = root;
  let type: TypeShape | undefined;
  for (const part of source) {
    if (typeof part === 'number') {
      type = type?.item;
      path.push(part);
      [value, told] = [partOf(value, part), told === null ? null : partOf(told, part)];
    } else {
      const field = object && fieldOf(object, value, part);
      if (!field) return { path, isAsked: false, isNull: told === null };
      type = field.type;
      path.push(field.responseName);
      [value, told] = [partOf(value, part), told === null ? null : partOf(told, field.responseName)];
    }
    object = type?.object;
  }
  return { path, isAsked: true, isNull: told === null };
}

/** Of an object that is not there, or of which no one type is known, it is what is asked of any. */
function fieldOf(object: ObjectShape, value: unknown, sourceName: string) {
  const typename = partOf(value, '__typename');
  const isKnown = typename !== undefined && object.fieldsOf(typename)?.objectType !== undefined;
  const types = isKnown ? [typename] : [object.declared, ...object.possibleTypes()];
  for (const each of types) {
    const field = object.fieldsOf(each)?.all.find((one) => one.sourceName === sourceName);
    if (field) return field;
  }
  return undefined;
}

const partOf = (value: unknown, part: string | number): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, part)
    ? (value as Record<string | number, unknown>)[part]
    : undefined;
