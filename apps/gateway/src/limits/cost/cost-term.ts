export type Variables = Readonly<Record<string, unknown>>;

/** A number known at once, or one that depends on variables. The memo keeps what was worked out in one request. */
export type Term = number | ((variables: Variables, memo: Map<Term, number>) => number);

/** All of them together. */
export function sum(terms: readonly Term[]): Term {
  const fixed = terms.reduce<number>((total, term) => total + (typeof term === 'number' ? term : 0), 0);
  const open = terms.filter((term) => typeof term !== 'number');
  if (open.length === 0) return fixed;
  return (variables, memo) => open.reduce((total, term) => total + term(variables, memo), fixed);
}

/** So many of it. */
export function times(size: Term, term: Term): Term {
  if (typeof size === 'number' && typeof term === 'number') return size * term;
  return (variables, memo) => valueOf(size, variables, memo) * valueOf(term, variables, memo);
}

const valueOf = (term: Term, variables: Variables, memo: Map<Term, number>): number =>
  typeof term === 'number' ? term : term(variables, memo);

/** The same, worked out once in a request, however often it stands in the whole. */
export function remembered(term: Term): Term {
  if (typeof term === 'number') return term;
  return (variables, memo) => {
    const before = memo.get(term);
    if (before !== undefined) return before;
    const value = term(variables, memo);
    memo.set(term, value);
    return value;
  };
}
