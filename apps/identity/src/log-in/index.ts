import type { Feature, FeatureClasses, Foundation } from '@bindery/subgraph';
import { createAuthenticate, type AuthenticateDeps } from './authenticate';
import { createLogIn, type LogInDeps } from './log-in';
import { LogInResolver } from './log-in.resolver';

export const logInClasses = { resolvers: [LogInResolver] } satisfies FeatureClasses;

/** The login by phone and password. */
export function createLogInFeature(
  { db, once, clock, security }: Foundation,
  {
    guesses,
    startSession,
    issueTokens,
    ...deps
  }: Omit<AuthenticateDeps, 'db' | 'security'> & Pick<LogInDeps, 'startSession' | 'issueTokens'>,
) {
  const authenticate = createAuthenticate({ db, guesses, security, ...deps });
  const logIn = createLogIn({ authenticate, once, guesses, startSession, issueTokens, clock, security });
  return { feature: { resolvers: [new LogInResolver(logIn)] } satisfies Feature };
}
