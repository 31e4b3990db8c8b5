import type { Feature, FeatureClasses, Foundation } from '@bindery/subgraph';
import { createAuthenticate, type AuthenticateDeps } from './authenticate';
import { createLogIn, type LogInDeps } from './log-in';
import { LogInResolver } from './log-in.resolver';

export const logInClasses = { resolvers: [LogInResolver] } satisfies FeatureClasses;

/** The login by phone and password. */
export function createLogInFeature(
  { db, once, clock }: Foundation,
  {
    guesses,
    hashing,
    startSession,
    issueTokens,
    ...deps
  }: Omit<AuthenticateDeps, 'db'> & Pick<LogInDeps, 'hashing' | 'startSession' | 'issueTokens'>,
) {
  const authenticate = createAuthenticate({ db, guesses, hashing, ...deps });
  const logIn = createLogIn({ authenticate, once, guesses, hashing, startSession, issueTokens, clock });
  return { feature: { resolvers: [new LogInResolver(logIn)] } satisfies Feature };
}
