import type { EntityManager } from 'typeorm';
import { newId, type Clock } from '@bindery/kernel';
import { isIssuedSince, type DeviceTokens } from '@bindery/trust';
import { toAddressKey } from '@bindery/values';
import type { Guesser } from '../account-lock';
import type { LookupOf } from '../accounts';
import { listOwnDevices } from '../devices';
import type { KnownAddresses } from '../known-addresses';
import type { PasswordHolder } from '../passwords';
import { judgeDevice } from './log-in.rules';

/** Where somebody says to be who logs in. */
export interface LogInPlace {
  readonly installationId: string;
  readonly deviceToken?: string | null;
  readonly clientAddress: string;
}

/** Whose guess it is, by what is known of where it comes from. For a phone that nobody has the same is asked, and answers nothing. */
export type FindGuesser = (phone: string, holder: PasswordHolder | null, place: LogInPlace) => Promise<Guesser>;

export interface FindGuesserDeps {
  readonly db: EntityManager;
  readonly clock: Clock;
  readonly lookupOf: LookupOf;
  readonly deviceTokens: DeviceTokens;
  readonly knownAddresses: Pick<KnownAddresses, 'has'>;
}

export function createFindGuesser({ db, clock, lookupOf, deviceTokens, knownAddresses }: FindGuesserDeps): FindGuesser {
  const nobody = newId('account');
  return async (phone, holder, { installationId, deviceToken, clientAddress }) => {
    const [now, accountId] = [clock.now(), holder?.account.id ?? nobody];
    const trustedSince = holder?.passwordChangedAt ?? now;
    const read = await deviceTokens.read(deviceToken, now);
    const token = read && isIssuedSince(read, trustedSince) ? read : undefined;
    const [devices, isAddressKnown] = await Promise.all([
      listOwnDevices(db, accountId, { installationId, deviceId: token?.device ?? '' }),
      knownAddresses.has(db, accountId, clientAddress),
    ]);
    return {
      lookup: lookupOf(phone),
      address: toAddressKey(clientAddress),
      isAddressKnown,
      ...judgeDevice({
        accountId,
        installationId,
        token,
        devices,
        trustedSince,
        now,
      }),
    };
  };
}
