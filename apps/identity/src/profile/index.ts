import type { Feature, FeatureClasses } from '@bindery/subgraph';
import { createChangeProfile, type ChangeProfileDeps } from './change-profile';
import { ChangeProfileResolver } from './change-profile.resolver';

export const profileClasses = { resolvers: [ChangeProfileResolver] } satisfies FeatureClasses;

/** What the holder is called, in which language they are addressed and in which zone moments are told. */
export function createProfile({ onceSignedIn, journal }: ChangeProfileDeps) {
  const changeProfile = createChangeProfile({ onceSignedIn, journal });
  return { feature: { resolvers: [new ChangeProfileResolver(changeProfile)] } satisfies Feature };
}
