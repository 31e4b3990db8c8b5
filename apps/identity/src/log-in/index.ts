import type { Feature, FeatureClasses, Foundation } from '@bindery/subgraph';
import type { LimitGuesses } from '../account-lock';
import { createAuthenticate, type AuthenticateDeps } from './authenticate';
import { createFindGuesser, type FindGuesserDeps } from './find-guesser';
import { createLogIn, type LogInDeps } from './log-in';
import { LogInResolver } from './log-in.resolver';

export const logInClasses = { resolvers: [LogInResolver] } satisfies FeatureClasses;

/** The login by phone and password. */
export function createLogInFeature(
  { db, once, clock, security }: Foundation,
  {
    guesses,
    hashing,
    startSession,
    issueTokens,
    ...deps
  }: Omit<AuthenticateDeps, 'db' | 'findGuesser' | 'guesses' | 'security'> &
    Omit<FindGuesserDeps, 'db' | 'clock'> &
    Pick<LogInDeps, 'hashing' | 'startSession' | 'issueTokens'> & { readonly guesses: LimitGuesses },
) {
  const findGuesser = createFindGuesser({ db, clock, ...deps });
  const authenticate = createAuthenticate({ db, guesses, hashing, findGuesser, security, ...deps });
  const logIn = createLogIn({ authenticate, once, guesses, hashing, startSession, issueTokens, clock, security });
  return { feature: { resolvers: [new LogInResolver(logIn)] } satisfies Feature };
}
