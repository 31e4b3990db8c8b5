import type { EntityManager } from 'typeorm';
import type { Clock, Id } from '@bindery/kernel';
import { isIssuedSince, type DeviceTokens, type Viewer } from '@bindery/trust';
import { hasContactPoint } from './contact-point.repository';
import { addressKnownMs, type Acquaintance } from './acquaintance.rules';
import { findDeviceTrust } from './device-trust.repository';
import { hasKnownAddress } from './known-address.repository';

/** Somebody who asks about a contact without being asked for as its account. */
export interface Asker {
  readonly contactDigest: string;
  readonly clientDigest: string;
  readonly deviceToken?: string | null;
  /** Who is signed in, if anybody. */
  readonly viewer: Pick<Viewer, 'accountId' | 'deviceId'> | null;
}

/** What is known of somebody beside a contact's account. The same is asked whether or not it has one. */
export type FindAcquaintance = (tx: EntityManager, asker: Asker) => Promise<Acquaintance>;

export function createFindAcquaintance({
  deviceTokens,
  clock,
}: {
  readonly deviceTokens: DeviceTokens;
  readonly clock: Clock;
}): FindAcquaintance {
  return async (tx, { contactDigest, clientDigest, deviceToken, viewer }) => {
    const now = clock.now();
    const read = await deviceTokens.read(deviceToken, now);
    const trustedSince = read && (await findDeviceTrust(tx, read.accountId));
    const token = read && trustedSince && !isIssuedSince(read, trustedSince) ? undefined : read;
    const shown: { accountId: Id<'account'>; device: string } | undefined =
      token ?? (viewer ? { accountId: viewer.accountId, device: viewer.deviceId } : undefined);
    const isOwnDevice = await hasContactPoint(tx, shown?.accountId ?? '', contactDigest);
    const since = new Date(now.getTime() - addressKnownMs);
    return {
      device: isOwnDevice ? shown?.device : undefined,
      isAddressKnown: await hasKnownAddress(tx, contactDigest, clientDigest, since),
    };
  };
}
