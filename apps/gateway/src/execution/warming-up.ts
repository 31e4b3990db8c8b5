/** In the context of an operation that is only to be planned: no subgraph is asked, not even by a mutation. */
export const warmingUp = Symbol('warming up');

/** The context of such an operation. */
export interface WarmUp {
  readonly [warmingUp]: true;
}

export const isWarmUp = (context: object | undefined): boolean => context !== undefined && warmingUp in context;
