import type { Feature, Foundation } from '@bindery/subgraph';
import { createDeviceTokens, readSigningKey, type ContactKeys } from '@bindery/trust';
import { createIssueTokens, type StaffRolesOf } from './issue-tokens';
import { addJwksRoute, type PublishedKeys } from './jwks.route';
import { createRefreshTokens, type RefreshKeys } from './refresh-token';

export type { IssueTokens, SessionTokens, StaffRolesOf } from './issue-tokens';
export { hashOf, type ParsedRefreshToken, type RefreshTokens } from './refresh-token';

export interface TokenKeys {
  readonly refreshTokens: RefreshKeys;
  readonly accessTokens: PublishedKeys;
  readonly contactKeys: ContactKeys;
}

/** What clients hold to act for a session, and the keys that verify it. */
export async function createTokens({ clock }: Foundation, staffRolesOf: StaffRolesOf, keys: TokenKeys) {
  const refreshTokens = createRefreshTokens(keys.refreshTokens);
  const deviceTokens = createDeviceTokens(keys.contactKeys);
  const signingKey = await readSigningKey(keys.accessTokens.accessTokenPrivateKey);
  return {
    refreshTokens,
    deviceTokens,
    issueTokens: createIssueTokens({ signingKey, refreshTokens, deviceTokens, staffRolesOf, clock }),
    feature: { routes: (app) => addJwksRoute(app, keys.accessTokens) } satisfies Feature,
  };
}
