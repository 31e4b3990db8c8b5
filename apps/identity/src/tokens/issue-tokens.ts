import type { Clock } from '@bindery/kernel';
import { signAccessToken, type DeviceTokens, type SigningKey, type StaffRole, type TokenViewer } from '@bindery/trust';
import type { RefreshTokens, TokenFamily } from './refresh-token';

/** What a client gets to act for a session. */
export interface SessionTokens {
  readonly accessToken: string;
  readonly accessTokenExpiresAt: Date;
  readonly refreshToken: string;
  readonly deviceToken: string;
}

interface TokenSession extends TokenFamily, Pick<TokenViewer, 'deviceId' | 'assuranceLevel'> {
  readonly clientApp: string;
}

/** Which roles of our own people an account has, as it is now. */
export type StaffRolesOf = (accountId: TokenViewer['accountId']) => Promise<StaffRole[]>;

/** A fresh access token, a fresh device token and the session's current refresh token. */
export type IssueTokens = (
  account: { readonly id: TokenViewer['accountId']; readonly locale: string },
  session: TokenSession,
) => Promise<SessionTokens>;

export function createIssueTokens({
  signingKey,
  refreshTokens,
  deviceTokens,
  staffRolesOf,
  clock,
}: {
  signingKey: SigningKey;
  refreshTokens: RefreshTokens;
  deviceTokens: DeviceTokens;
  staffRolesOf: StaffRolesOf;
  clock: Clock;
}): IssueTokens {
  return async (account, session) => {
    const { id: sessionId, deviceId, assuranceLevel, clientApp: app } = session;
    // Read when the session is there: whoever takes a role away ends the sessions that there are, and with them what this token says.
    const staffRoles = await staffRolesOf(account.id);
    const holder = {
      accountId: account.id,
      sessionId,
      deviceId,
      assuranceLevel,
      app,
      locale: account.locale,
      staffRoles,
    };
    const now = clock.now();
    const { token, expiresAt } = await signAccessToken(holder, now, signingKey);
    return {
      accessToken: token,
      accessTokenExpiresAt: expiresAt,
      refreshToken: refreshTokens.currentOf(session),
      deviceToken: await deviceTokens.issue({ accountId: account.id, device: deviceId }, now),
    };
  };
}
