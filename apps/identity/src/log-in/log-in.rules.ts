import { err, invalidField, ok, type Id, type InvalidInput, type Result } from '@bindery/kernel';
import type { DeviceToken } from '@bindery/trust';
import type { Guesser } from '../account-lock/account-lock.rules';
import { checkPhone } from '../accounts/phone.rules';
import type { PhoneInvalid } from '../accounts/phone.errors';
import { readDevice, type Device, type DeviceDescription } from '../devices/device.rules';

/** What a person and their app say at login. */
export interface LogInForm {
  readonly phone: string;
  readonly password: string;
  readonly device: DeviceDescription;
  /** The app that the gateway knows the request by; what the form says where it knows none. */
  readonly clientApp: string;
}

export type LogInFormRefused = InvalidInput | PhoneInvalid;

/** The name a client app was registered under, e.g. wallet-ios. */
const clientAppPattern = /^[a-z0-9][\w.+-]{0,63}$/i;

/** Checks what is no secret; the password is taken as it is. */
export function checkLogInForm(form: LogInForm): Result<LogInForm, LogInFormRefused> {
  const phone = checkPhone(form.phone);
  if (!phone.ok) return phone;
  const device = readDevice(form.device);
  if (!device.ok) return device;
  if (!clientAppPattern.test(form.clientApp))
    return err(invalidField('clientApp', form.clientApp === '' ? 'REQUIRED' : 'FORMAT'));
  return ok({ ...form, phone: phone.value, device: device.value });
}

/** A token from a reset or a registration is that of a device which has not logged in yet: so long it does without. */
const deviceAwaitedMs = 24 * 60 * 60_000;

/** What a guesser shows of their device, and what is known of it. */
export interface ShownDevice {
  readonly accountId: Id<'account'>;
  readonly installationId: string;
  /** One that was issued before `trustedSince` is none. */
  readonly token: DeviceToken | undefined;
  /** Devices of the account: of this installation, and that of the token. */
  readonly devices: readonly Pick<Device, 'id' | 'installationId' | 'lastSeenAt'>[];
  /** When the password was last set: what was known before may be known of a thief, who is out since. */
  readonly trustedSince: Date;
  readonly now: Date;
}

/** What that makes of them: a device that shows its token, an installation that has just proved the phone, or only one that is known. */
export function judgeDevice({
  accountId,
  installationId,
  token,
  devices,
  trustedSince,
  now,
}: ShownDevice): Pick<Guesser, 'proved' | 'device' | 'installation'> {
  const own = token?.accountId === accountId ? token : undefined;
  const device = devices.find(({ id }) => id === own?.device);
  if (device) return { device: device.installationId };
  const isProved = own?.device === installationId && now.getTime() - own.issuedAt.getTime() < deviceAwaitedMs;
  const isKnown = devices.some((known) => known.installationId === installationId && known.lastSeenAt >= trustedSince);
  return { ...(isProved && { proved: installationId }), ...(isKnown && { installation: installationId }) };
}
