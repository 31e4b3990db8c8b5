import type { EntityManager } from 'typeorm';
import { newId, ok, type Clock, type Result } from '@bindery/kernel';
import type { AccountFact, LockedAccount } from '../accounts';
import { seeDevice, type DeviceDescription, type TooManyDevices } from '../devices';
import type { KnownAddresses } from '../known-addresses';
import { hashOf, type RefreshTokens } from '../tokens';
import type { EndSessions } from './end-sessions';
import { insertSession, listLeastUsedSessionIds } from './session.repository';
import { liveSessionsMax, sessionLifetimeMs, type AssuranceLevel, type Session } from './session.rules';

export interface NewSession {
  readonly device: DeviceDescription;
  readonly clientApp: string;
  readonly clientAddress: string;
  /** By how many factors the holder was recognised. */
  readonly assuranceLevel: AssuranceLevel;
}

/**
 * Makes a session for an account whose holder was recognised, by whatever factor; it registers a device that is new, and ends the
 * session used least lately where an account has too many.
 */
export type StartSession = (
  tx: EntityManager,
  account: LockedAccount,
  session: NewSession,
) => Promise<Result<Session['id'], TooManyDevices>>;

export interface StartSessionDeps {
  readonly endSessions: EndSessions;
  readonly refreshTokens: RefreshTokens;
  readonly knownAddresses: Pick<KnownAddresses, 'note' | 'seal'>;
  readonly clock: Clock;
}

export function createStartSession({
  endSessions,
  refreshTokens,
  knownAddresses,
  clock,
}: StartSessionDeps): StartSession {
  return async (tx, account, { device, clientApp, clientAddress, assuranceLevel }) => {
    const now = clock.now();
    const seen = await seeDevice(tx, account, { ...device, clientApp, seenAt: now });
    if (!seen.ok) return seen;
    const { deviceId, isNew } = seen.value;
    // Before it is made: it is never the one to end, whatever the clock said when the others were used.
    const inExcess = await listLeastUsedSessionIds(tx, account.id, now, liveSessionsMax - 1);
    const id = newId('session', now.getTime());
    await insertSession(tx, {
      id,
      accountId: account.id,
      deviceId,
      clientApp,
      assuranceLevel,
      generation: 1,
      refreshHash: hashOf(refreshTokens.derive(id, 1)),
      rotatedAt: now,
      rotatedBy: null,
      startedAt: now,
      lastUsedAt: now,
      endsAt: new Date(now.getTime() + sessionLifetimeMs),
      endedAt: null,
      endCause: null,
    });
    const registered: AccountFact = {
      type: 'bindery.account.device-registered.v1',
      data: { deviceId, platform: device.platform, clientApp },
    };
    await knownAddresses.note(tx, account.id, clientAddress);
    const started: AccountFact = {
      type: 'bindery.account.session-started.v1',
      data: {
        sessionId: id,
        deviceId,
        newDevice: isNew,
        platform: device.platform,
        sealedNetworkAddress: await knownAddresses.seal(clientAddress),
      },
    };
    await endSessions(tx, account, {
      sessionIds: inExcess,
      cause: 'TOO_MANY_SESSIONS',
      facts: isNew ? [registered, started] : [started],
    });
    return ok(id);
  };
}
