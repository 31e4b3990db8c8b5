import { toAccountType, type CurrentSession } from '../accounts';
import type { Session } from './session.rules';
import { SessionType } from './session.type';
import { SignedInAccount } from './signed-in-account.type';
import type { SignedIn, SignedInViewer } from './signed-in';

export function toSessionType(
  { id, deviceId, assuranceLevel, startedAt, lastUsedAt, endsAt }: Session,
  current: CurrentSession | null,
): SessionType {
  return Object.assign(new SessionType(), {
    id,
    deviceId,
    assuranceLevel,
    startedAt,
    lastUsedAt,
    endsAt,
    current,
    isCurrent: id === current?.id,
  });
}

export const toSignedInAccount = ({ account, session }: SignedInViewer): SignedInAccount =>
  Object.assign(new SignedInAccount(), { ...toAccountType(account, session), current: session });

/** What both ways to tokens answer. */
export const toSignedInFields = ({
  accessToken,
  accessTokenExpiresAt,
  refreshToken,
  deviceToken,
  ...signedIn
}: SignedIn) => ({
  account: toSignedInAccount(signedIn),
  session: toSessionType(signedIn.session, signedIn.session),
  accessToken,
  accessTokenExpiresAt,
  refreshToken,
  deviceToken,
});
