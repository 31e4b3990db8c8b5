import type { Clock } from '@bindery/kernel';
import type { RequestContext } from '@bindery/subgraph';
import { collectsWhileHeld, type Catalogue } from '../catalogue';
import type { Binding } from '../lifecycle';
import type { LoadOffers } from './offers.loader';
import type { BindingNextStepType } from './next-step.type';
import { toNextStepType } from './next-steps.mapper';
import { nextSteps } from './next-steps.rules';

/** What the holder can do with a binding now, in words. */
export type ListNextSteps = (context: RequestContext, binding: Binding) => Promise<BindingNextStepType[]>;

interface ListNextStepsDeps {
  readonly catalogue: Catalogue;
  readonly loadOffers: LoadOffers;
  readonly clock: Clock;
}

export function createListNextSteps({ catalogue, loadOffers, clock }: ListNextStepsDeps): ListNextSteps {
  return async (context, binding) => {
    const { state, deadline, provider } = binding;
    const offers = await loadOffers(context, binding);
    const profile = catalogue.profileOf(provider);
    const collects = collectsWhileHeld(profile);
    const situation = { state, deadline, offers, collects, now: clock.now(), support: context.supportUrl !== null };
    return nextSteps(situation, profile).map((step) => toNextStepType(step, profile, context));
  };
}
