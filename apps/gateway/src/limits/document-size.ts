import { Kind, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';
import { limitRefusal, type Refusal } from '../refusals/refusal';
import { requestLimits } from './request-limits';

/** A set of selections, and the fragments that it stands in: one in itself, which a rule of GraphQL refuses, is not walked again. */
interface Placed {
  readonly set: SelectionSetNode;
  readonly within: readonly string[];
}

/**
 * Refuses a document that asks for too many fields, or for the same ones too often, before it is validated: the rule that fields of one name
 * can be merged compares each with each, at every level, and a planner looks at each on its own. Fragments count wherever they are
 * spread. The walk ends at the limit, however much there is.
 */
export function refuseLargeDocument({ definitions }: DocumentNode): Refusal | undefined {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const walk = new Walk(fragments);
  for (const definition of definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION) walk.merge([{ set: definition.selectionSet, within: [] }]);
  // What no operation spreads is refused by another rule, but it is validated before that.
  for (const [name, { selectionSet: set }] of fragments)
    if (!walk.spread.has(name)) walk.merge([{ set, within: [name] }]);
  return walk.refusal();
}

class Walk {
  readonly spread = new Set<string>();
  private selections = 0;
  private pairs = 0;

  constructor(private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>) {}

  refusal(): Refusal | undefined {
    if (this.selections > requestLimits.selections)
      return limitRefusal('TOO_MANY_SELECTIONS', requestLimits.selections);
    if (this.pairs > requestLimits.equalPairs) return limitRefusal('TOO_MANY_REPEATS', requestLimits.equalPairs);
    return undefined;
  }

  /** What is asked of one object, in all these sets together, then what is asked of each of its fields. */
  merge(sets: readonly Placed[]): void {
    const below = new Map<string, { times: number; readonly sets: Placed[] }>();
    const spread = new Set<string>();
    for (const each of sets) this.collect(each, below, spread);
    this.pairs += pairsOf(spread.size);
    for (const { times, sets: inner } of below.values()) {
      this.pairs += pairsOf(times);
      if (this.refusal()) return;
      if (inner.length > 0) this.merge(inner);
    }
  }

  private collect({ set, within }: Placed, below: Parameters<Walk['note']>[0], spread: Set<string>): void {
    for (const selection of set.selections) {
      if (this.refusal()) return;
      this.selections += 1;
      if (selection.kind === Kind.FIELD)
        this.note(below, (selection.alias ?? selection.name).value, selection.selectionSet, within);
      else if (selection.kind === Kind.INLINE_FRAGMENT)
        this.collect({ set: selection.selectionSet, within }, below, spread);
      else this.collectFragment(selection.name.value, within, below, spread);
    }
  }

  private collectFragment(
    name: string,
    within: readonly string[],
    below: Parameters<Walk['note']>[0],
    spread: Set<string>,
  ): void {
    const fragment = this.fragments.get(name);
    // Spread again it counts again: the planner walks it again where it stands in another fragment.
    if (!fragment || within.includes(name)) return;
    spread.add(name);
    this.spread.add(name);
    this.collect({ set: fragment.selectionSet, within: [...within, name] }, below, spread);
  }

  private note(
    below: Map<string, { times: number; readonly sets: Placed[] }>,
    name: string,
    set: SelectionSetNode | undefined,
    within: readonly string[],
  ): void {
    const known = below.get(name) ?? { times: 0, sets: [] };
    below.set(name, known);
    known.times += 1;
    if (set) known.sets.push({ set, within });
  }
}

const pairsOf = (count: number) => (count * (count - 1)) / 2;
