import type { ConditionValues } from './condition-values';

/** Variants of one operation that are kept. A client with more ways of asking in one document has them made anew. */
const variantsMax = 32;

/** What is made once for each way in which the conditions of an operation can stand. */
export class Variants<Variant> {
  private readonly ready = new Map<string, Variant>();
  private readonly coming = new Map<string, Promise<Variant>>();

  constructor(private readonly make: (conditions: ConditionValues) => Variant | Promise<Variant>) {}

  get(conditions: ConditionValues): Variant | Promise<Variant> {
    const key = conditions.size === 0 ? '' : [...conditions.values()].join();
    return this.ready.get(key) ?? this.coming.get(key) ?? this.begin(key, conditions);
  }

  private begin(key: string, conditions: ConditionValues): Variant | Promise<Variant> {
    const made = this.make(conditions);
    if (!(made instanceof Promise)) return this.keep(key, made);
    const kept = made.then((variant) => this.keep(key, variant)).finally(() => this.coming.delete(key));
    this.coming.set(key, kept);
    return kept;
  }

  private keep(key: string, variant: Variant): Variant {
    if (this.ready.size >= variantsMax) this.ready.clear();
    this.ready.set(key, variant);
    return variant;
  }
}
