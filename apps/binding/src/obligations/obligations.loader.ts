import type { Id } from '@bindery/kernel';
import type { RequestContext } from '@bindery/subgraph';
import type { BindingObligations, ReadObligations } from './read-obligations';

/** What hangs on a card: asked of its provider once for a request. */
export type LoadObligations = (context: RequestContext, id: Id<'binding'>) => Promise<BindingObligations | null>;

export function createLoadObligations(readObligations: ReadObligations): LoadObligations {
  const load = (ids: readonly Id<'binding'>[]) => Promise.all(ids.map((id) => readObligations(id)));
  return (context, id) => context.loader<Id<'binding'>, BindingObligations | null>('obligations', load).load(id);
}
