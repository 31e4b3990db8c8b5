import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  getNullableType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  parseValue,
  valueFromASTUntyped,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { literalOf } from './literals';

/** Answers a number below `limit`. */
export type Pick = (limit: number) => number;

export interface Wishes {
  /** Values for arguments, by their names; else some value of the type. */
  readonly literals?: Readonly<Record<string, readonly string[]>>;
  /** Names for aliases that something else may be called too: keys, what others require. */
  readonly aliases?: readonly string[];
  /** Also what the library does not answer rightly: conditions on types in one another, fragments with names, the same again. */
  readonly everything?: boolean;
  /** After so many fields it comes to its end. */
  readonly fields?: number;
  /** Fields and fragments in one another, at most: fewer where entities have many keys, as the planner weighs every way from one to the next. */
  readonly depth?: number;
}

export interface RandomQuery {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const depthMax = 6;

/** Of a query that has everything: after so many fields it comes to its end. */
const fieldsMax = 20;

/** Any query over a graph. It may be one that GraphQL refuses, because one name stands for two things. */
export function randomQuery(schema: GraphQLSchema, pick: Pick, wishes: Wishes = {}): RandomQuery {
  return new QueryWriter(schema, pick, wishes).write();
}

/** Conditions of queries: by constants and variables, given or left to their defaults. */
const conditions = [
  '@include(if: $yes)',
  '@skip(if: $no)',
  '@include(if: $no)',
  '@include(if: $may)',
  '@skip(if: $may)',
  '@include(if: $yes) @skip(if: $may)',
  '@skip(if: false)',
  '@include(if: true)',
  '@skip(if: true)',
];

class QueryWriter {
  private readonly fragments: { readonly name: string; readonly type: GraphQLNamedType; readonly text: string }[] = [];
  private readonly definitions: string[] = [];
  private readonly variables: Record<string, unknown> = {};
  /** What a name stands for already; only now and then for something else too, where types may keep the two apart. */
  private readonly claims = new Map<string, string>();
  private names = 0;
  private fields = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly pick: Pick,
    private readonly wishes: Wishes,
  ) {}

  write(): RandomQuery {
    const root = this.schema.getQueryType();
    if (!root) throw new Error('a graph has queries');
    const selections = this.selectionsOf(root, this.wishes.depth ?? depthMax);
    const may = this.pick(this.wishes.everything ? 12 : 3);
    if (may > 0) this.variables.may = may === 11 ? null : may % 2 === 1;
    const head = ['$yes: Boolean! = true', '$no: Boolean!', '$may: Boolean = false', ...this.definitions].join(', ');
    const used = 'used: __typename @include(if: $yes) @skip(if: $no) also: __typename @include(if: $may)';
    const fragments = this.fragments.map(({ text }) => text).join(' ');
    return {
      text: `query Random(${head}) { ${used} ${selections} } ${fragments}`,
      variables: { ...this.variables, no: false },
    };
  }

  private once(times: number): boolean {
    return this.pick(times) === 0;
  }

  private oneOf<Item>(items: readonly Item[]): Item | undefined {
    return items[this.pick(items.length)];
  }

  private selectionsOf(type: GraphQLNamedType, given: number): string {
    const depth =
      this.wishes.everything && this.fields > (this.wishes.fields ?? fieldsMax) ? Math.min(given, 1) : given;
    const fields =
      'getFields' in type && !isInputObjectType(type)
        ? Object.values(type.getFields() as Record<string, GraphQLField<unknown, unknown>>)
        : [];
    const asked = fields.filter((field) => canAsk(field) && (depth > 1 || !isCompositeType(getNamedType(field.type))));
    const texts = Array.from({ length: Math.min(asked.length, 1 + this.pick(4)) }, () => {
      const field = this.oneOf(asked);
      return field ? this.fieldText(field, depth) : '';
    });
    if (depth > 1) texts.push(...this.fragmentsOn(type, depth));
    const mayTellType = this.wishes.everything === true || depth > 1 || !isAbstractType(type);
    if ((mayTellType && this.once(4)) || texts.join('').trim() === '') texts.push('__typename');
    if (this.wishes.everything) {
      if (this.once(8)) texts.push(`${this.oneOf(this.wishes.aliases ?? ['kind']) ?? 'kind'}: __typename`);
      // The order of keys is that in which they are first asked for, wherever that is.
      if (this.once(3)) texts.sort(() => this.pick(3) - 1);
    }
    return texts.join(' ');
  }

  private fragmentsOn(type: GraphQLNamedType, depth: number): string[] {
    const { everything } = this.wishes;
    const members = this.conditionsFor(type);
    const member = this.oneOf([...members, ...members.map(() => undefined)]);
    if (!member)
      return everything && this.once(6) ? [`... ${this.condition()} { ${this.selectionsOf(type, depth - 1)} }`] : [];
    // The library forgets what an object is where the condition is an interface.
    const inner = everything || !isAbstractType(member) ? depth - 1 : 1;
    const inline = () => `... on ${member.name} ${this.condition()} { ${this.selectionsOf(member, inner)} }`;
    if (!everything) return [inline()];
    const texts = [this.once(3) ? this.spread(member, depth) : inline()];
    if (this.once(3)) texts.push(inline());
    if (this.once(3)) texts.push(this.once(2) ? `... on ${type.name} { ${inline()} }` : inline());
    return texts;
  }

  /** What may stand in a condition on this type: itself, its members, what it is a member of. */
  private conditionsFor(type: GraphQLNamedType): readonly GraphQLNamedType[] {
    if (isObjectType(type)) return [type, ...type.getInterfaces()];
    if (!isAbstractType(type)) return [];
    const possible = this.schema.getPossibleTypes(type);
    if (!this.wishes.everything) return possible;
    const abstract = Object.values(this.schema.getTypeMap()).filter(
      (each) => isAbstractType(each) && this.schema.getPossibleTypes(each).some((one) => possible.includes(one)),
    );
    return [...possible, ...possible, ...abstract];
  }

  private spread(type: GraphQLNamedType, depth: number): string {
    const known = this.oneOf(this.fragments.filter((each) => each.type === type));
    if (known && this.once(2)) return `...${known.name} ${this.condition()}`;
    const name = `F${this.names++}`;
    const text = `fragment ${name} on ${type.name} { ${this.selectionsOf(type, depth - 1)} }`;
    this.fragments.push({ name, type, text });
    return `...${name} ${this.condition()}${this.once(4) ? ` ...${name}` : ''}`;
  }

  private fieldText(field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type);
    const given = field.args.filter(
      (argument) => isRequiredArgument(argument) || (canGive(argument.type) && this.once(2)),
    );
    const values = given.map((argument) => `${argument.name}: ${this.valueOf(argument)}`).join(', ');
    const inner = () => (isCompositeType(type) ? ` { ${this.selectionsOf(type, depth - 1)} }` : '');
    const text = (alias: string) => `${alias}${field.name}${values ? `(${values})` : ''} ${this.condition()}${inner()}`;
    const { everything, aliases = [] } = this.wishes;
    this.fields += 1;
    const kind = `${field.name} ${values} ${String(field.type)}`;
    const wished = everything && this.once(4) ? this.oneOf(aliases) : undefined;
    if (wished && this.claim(wished, kind)) return text(`${wished}: `);
    // What is asked twice under one name must be the same, so each way of asking has a name of its own.
    const own = `${field.name}_${values.replace(/\W+/g, '_')}_${String(field.type).replace(/\W/g, '')}: `;
    const plain = !everything || this.claim(field.name, kind);
    const alias = (everything ? !plain : values !== '') || this.once(6) ? own : '';
    return everything && this.once(6) ? `${text(alias)} ${text(alias)}` : text(alias);
  }

  private claim(name: string, kind: string): boolean {
    const known = this.claims.get(name);
    if (known === undefined) this.claims.set(name, kind);
    return known === undefined || known === kind || this.once(12);
  }

  private valueOf(argument: GraphQLArgument): string {
    const literal = this.oneOf(this.wishes.literals?.[argument.name] ?? []) ?? literalOf(argument.type);
    if (!this.wishes.everything || this.once(2)) return literal;
    return this.variable(argument, literal);
  }

  /** A variable in its place, given, left to a default, left out or null: also where null may not stand, as far as GraphQL lets it be declared. */
  private variable({ type, defaultValue }: GraphQLArgument, literal: string): string {
    const name = `v${this.names++}`;
    const mayNotBeNull = isNonNullType(type);
    const byDefault = this.once(2);
    const isLoose = mayNotBeNull && (byDefault || defaultValue !== undefined) && this.once(2);
    const byNull = byDefault && !mayNotBeNull && this.once(4);
    const declared = String(isLoose ? getNullableType(type) : type);
    this.definitions.push(`$${name}: ${declared}${byDefault ? ` = ${byNull ? 'null' : literal}` : ''}`);
    const mayBeLeftOut = byDefault || isLoose || !mayNotBeNull;
    if ((isLoose || !mayNotBeNull) && this.once(6)) this.variables[name] = null;
    else if (!mayBeLeftOut || this.once(2)) this.variables[name] = valueFromASTUntyped(parseValue(literal));
    return `$${name}`;
  }

  private condition(): string {
    return this.wishes.everything && this.once(8) ? (this.oneOf(conditions) ?? '') : '';
  }
}

const canAsk = ({ args }: GraphQLField<unknown, unknown>) =>
  args.every((argument: GraphQLArgument) => !isRequiredArgument(argument) || canGive(argument.type));
const canGive = (type: GraphQLInputType): boolean => !isInputObjectType(getNamedType(type));
