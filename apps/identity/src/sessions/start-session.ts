import type { EntityManager } from 'typeorm';
import { newId, type Clock } from '@bindery/kernel';
import type { KnownAddresses } from '../known-addresses';
import type { AccountFact, AccountJournal, LockedAccount } from '../accounts';
import { saveDevice, type DeviceDescription } from '../devices';
import { hashOf, type RefreshTokens } from '../tokens';
import { insertSession } from './session.repository';
import { sessionLifetimeMs, type AssuranceLevel, type Session } from './session.rules';

export interface NewSession {
  readonly device: DeviceDescription;
  readonly clientApp: string;
  readonly clientAddress: string;
  /** By how many factors the holder was recognised. */
  readonly assuranceLevel: AssuranceLevel;
}

/** Makes a session for an account whose holder was recognised, by whatever factor; it registers a device that is new. */
export type StartSession = (tx: EntityManager, account: LockedAccount, session: NewSession) => Promise<Session['id']>;

export interface StartSessionDeps {
  readonly journal: AccountJournal;
  readonly refreshTokens: RefreshTokens;
  readonly knownAddresses: Pick<KnownAddresses, 'note' | 'seal'>;
  readonly clock: Clock;
}

export function createStartSession({ journal, refreshTokens, knownAddresses, clock }: StartSessionDeps): StartSession {
  return async (tx, account, { device, clientApp, clientAddress, assuranceLevel }) => {
    const now = clock.now();
    const { deviceId, isNew } = await saveDevice(tx, account, { ...device, clientApp, seenAt: now });
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
    const sealedNetworkAddress = await knownAddresses.seal(clientAddress);
    await journal.record(tx, account, [
      ...(isNew ? [registered] : []),
      {
        type: 'bindery.account.session-started.v1',
        data: { sessionId: id, deviceId, newDevice: isNew, sealedNetworkAddress },
      },
    ]);
    return id;
  };
}
