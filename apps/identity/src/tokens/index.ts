import type { Feature, Foundation } from '@bindery/subgraph';
import { readSigningKey } from '@bindery/trust';
import { createIssueTokens } from './issue-tokens';
import { addJwksRoute, type PublishedKeys } from './jwks.route';
import { createRefreshTokens, type RefreshKeys } from './refresh-token';

export type { IssueTokens, SessionTokens } from './issue-tokens';
export { hashOf, type ParsedRefreshToken, type RefreshTokens } from './refresh-token';

export interface TokenKeys {
  readonly refreshTokens: RefreshKeys;
  readonly accessTokens: PublishedKeys;
}

/** What clients hold to act for a session, and the keys that verify it. */
export async function createTokens({ clock }: Foundation, keys: TokenKeys) {
  const refreshTokens = createRefreshTokens(keys.refreshTokens);
  const signingKey = await readSigningKey(keys.accessTokens.accessTokenPrivateKey);
  return {
    refreshTokens,
    issueTokens: createIssueTokens({ signingKey, refreshTokens, clock }),
    feature: { routes: (app) => addJwksRoute(app, keys.accessTokens) } satisfies Feature,
  };
}
