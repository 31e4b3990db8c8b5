import type { Clock } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import type { Views } from '../cards';
import type { Catalogue } from '../catalogue';
import type { ReadDisputables } from '../disputes';
import { addDays, type Transitions } from '../lifecycle';
import type { Connectors } from '../providers';
import { createQuoteUnbind } from './quote-unbind';
import { createReadUnbindFacts } from './read-unbind-facts';
import { unbindEffectTypes } from './unbind-effect.type';
import { UnbindPlanRow } from './unbind-plan.entity';
import { deletePlansBefore } from './unbind-plan.repository';
import { UnbindPlanResolver } from './unbind-plan.resolver';

export { canonicalJson } from './digest/canonical-json.rules';
export { quotedDoors } from './doors-lost.rules';
export { physicalCardWorks } from './physical-card.rules';
export { cardNames, type NameOf } from './card-names.mapper';
export type { QuoteUnbind } from './quote-unbind';
export { askObligations, askProvider, saysNothing, type ProviderSays } from './ask-provider';
export type { ReadUnbindFacts } from './read-unbind-facts';
export { canClear, whyNoMove, type StandingNow } from './possible-acts.rules';
export { sayNoMove, toUnbindBlockerType, toUnbindPlanType } from './unbind-plan.mapper';
export { findPlan, findPlanByDigest, listBindingsWithPlans } from './unbind-plan.repository';
export {
  changesSince,
  decideConsequences,
  planChanges,
  quotedObligations,
  quotedReaders,
  type PlanChange,
  type UnbindBlocker,
  type UnbindConsequences,
  type UnbindPlan,
} from './unbind-plan.rules';
export { toMandateType, toPendingType } from './obligation.mapper';
export { MandateType, PendingPaymentType } from './obligation.type';
export { UnbindBlockerKindEnum, UnbindPlanPartEnum } from './unbind-plan.enums';
export { UnbindBlockerType, UnbindPlanType } from './unbind-plan.type';

export const unbindPlanClasses = {
  resolvers: [UnbindPlanResolver],
  types: unbindEffectTypes,
  entities: [UnbindPlanRow],
} satisfies FeatureClasses;

interface UnbindPlanFoundation {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
}

interface UnbindPlanDeps {
  readonly transitions: Pick<Transitions, 'refuse'>;
  readonly catalogue: Catalogue;
  readonly connectors: Connectors;
  readonly views: Views;
  readonly readDisputables: ReadDisputables;
}

/** What an unbind would do, told before anything happens. */
export function createUnbindPlan({ unitOfWork, clock }: UnbindPlanFoundation, deps: UnbindPlanDeps) {
  const { transitions, catalogue, connectors, views } = deps;
  const { profiles } = catalogue;
  const readUnbindFacts = createReadUnbindFacts(deps.readDisputables);
  const quoteUnbind = createQuoteUnbind({ unitOfWork, transitions, profiles, connectors, readUnbindFacts, clock });
  return {
    quoteUnbind,
    readUnbindFacts,
    feature: {
      resolvers: [new UnbindPlanResolver({ quoteUnbind, views })],
      prune: async () => ({
        unbindPlans: await unitOfWork.run((tx) => deletePlansBefore(tx, addDays(clock.now(), -1))),
      }),
    } satisfies Feature,
  };
}
