import type { Feature, FeatureClasses, Foundation } from '@bindery/subgraph';
import { createRegister, type RegisterDeps } from './register';
import { RegisterResolver } from './register.resolver';

export const registrationClasses = { resolvers: [RegisterResolver] } satisfies FeatureClasses;

/** How an account comes to be. */
export function createRegistration(
  { once, clock, security }: Foundation,
  deps: Omit<RegisterDeps, 'once' | 'clock' | 'security'>,
) {
  const register = createRegister({ once, clock, security, ...deps });
  return { feature: { resolvers: [new RegisterResolver(register)] } satisfies Feature };
}
