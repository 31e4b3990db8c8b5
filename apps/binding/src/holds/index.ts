import type { Clock } from '@bindery/kernel';
import type { Once } from '@bindery/persistence';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import type { Views } from '../cards';
import type { Catalogue } from '../catalogue';
import type { Transitions } from '../lifecycle';
import { HoldsResolver } from './holds.resolver';
import { createResumeBinding } from './resume-binding';
import { createSuspendBinding } from './suspend-binding';

export const holdsClasses = { resolvers: [HoldsResolver] } satisfies FeatureClasses;

interface HoldsDeps {
  readonly transitions: Transitions;
  readonly catalogue: Catalogue;
  readonly views: Views;
}

/** The hold that a holder lays and lifts by themselves. */
export function createHolds(
  { once, clock }: { readonly once: Once; readonly clock: Clock },
  { transitions, catalogue: { profiles }, views }: HoldsDeps,
) {
  const suspendBinding = createSuspendBinding({ once, transitions, profiles, clock });
  const resumeBinding = createResumeBinding({ once, transitions, profiles, clock });
  return { feature: { resolvers: [new HoldsResolver({ suspendBinding, resumeBinding, views })] } satisfies Feature };
}
