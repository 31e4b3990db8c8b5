import type { FieldNode } from 'graphql';

/** A type as it is walked: what it is, and whether null may stand there. */
export interface TypeShape {
  readonly nonNull: boolean;
  readonly kind: 'list' | 'object' | 'leaf';
  /** Its name, without the `!` of its own. */
  readonly name: string;
  /** Of a list: its items. */
  readonly item?: TypeShape;
  /** Of a leaf: whether a value fits. */
  readonly takes?: (value: unknown) => boolean;
  /** Of an object: what is asked of it. */
  readonly object?: ObjectShape;
}

export interface FieldShape {
  /** `whole` is what is there as it has to be, by introspection. */
  readonly kind: 'field' | 'typename' | 'whole';
  readonly responseName: string;
  /** Its name in the merged answer of the subgraphs. */
  readonly sourceName: string;
  /** Whether one of the names is one that every object has, so that it must be looked at twice. */
  readonly isOdd: boolean;
  readonly type: TypeShape;
  /** Where in the document it is asked for. */
  readonly nodes: readonly FieldNode[];
}

/** What is asked of objects of one type. */
export interface Fields {
  /** Undefined where all that is known is an interface or a union. */
  readonly objectType: string | undefined;
  /** More hangs on which type of an interface or a union it is, so that these are not all. */
  readonly isUndecided: boolean;
  readonly all: readonly FieldShape[];
}

type Collect = (typename: string) => Fields | undefined;

/** What is asked of an object, by its type at run time: in the order of the answer, all that is asked for under one name together. */
export class ObjectShape {
  private readonly known = new Map<unknown, Fields>();

  constructor(
    readonly declared: string,
    private readonly collect: Collect,
    /** The types that an object of the declared one can have. */
    readonly possibleTypes: () => readonly string[],
  ) {}

  /** Of an object that says no type it is the declared one. Undefined for what is no type of the graph. */
  fieldsOf(typename: unknown): Fields | undefined {
    const name = typename === undefined || typename === '' ? this.declared : typename;
    const known = this.known.get(name);
    if (known) return known;
    const fields = typeof name === 'string' ? this.collect(name) : undefined;
    if (fields) this.known.set(name, fields);
    return fields;
  }
}
