import type { Feature, FeatureClasses, Foundation } from '@bindery/subgraph';
import { createRefreshSession, type RefreshSessionDeps } from './refresh-session';
import { RefreshSessionResolver } from './refresh-session.resolver';

export const refreshClasses = { resolvers: [RefreshSessionResolver] } satisfies FeatureClasses;

/** The next tokens of a session. */
export function createRefresh(
  { db, once, unitOfWork, clock }: Foundation,
  deps: Pick<RefreshSessionDeps, 'refreshTokens' | 'issueTokens' | 'endSessions'>,
) {
  const refreshSession = createRefreshSession({ db, once, unitOfWork, clock, ...deps });
  return { feature: { resolvers: [new RefreshSessionResolver(refreshSession)] } satisfies Feature };
}
