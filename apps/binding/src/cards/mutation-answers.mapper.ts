import type { RequestContext } from '@bindery/subgraph';
import type { BindingError, BindingErrorOf } from '../lifecycle/lifecycle.errors';
import type { BindingType } from './binding.type';
import { cardNames } from '../unbind/card-names.mapper';
import { toMember, type MemberOf } from './cards.problems';
import type { Views } from './views.mapper';

/** What every mutation's resolver needs to answer. */
export interface MutationAnswers {
  /** The binding after the mutation; it was the viewer's a moment ago. */
  binding(context: RequestContext, id: string): Promise<BindingType>;
  /** The union member of a refusal. */
  refusal<Kind extends BindingError['kind']>(
    context: RequestContext,
    error: BindingErrorOf<Kind>,
  ): Promise<MemberOf<Kind>>;
}

export function createMutationAnswers(views: Views): MutationAnswers {
  return {
    async binding(context, id) {
      const binding = await views.binding(context, id);
      if (!binding) throw new Error(`binding ${id} is gone after its mutation`);
      return binding;
    },
    async refusal(context, error) {
      const names = await cardNames(context, 'plan' in error ? error.plan : null, views);
      return toMember(error, { locale: context.locale, nameOf: (cardId) => names.get(cardId) ?? '' });
    },
  };
}
