import { err, invalidField, ok, type InvalidInput, type Result } from '@bindery/kernel';
import { checkPhone } from '../accounts/phone.rules';
import type { PhoneInvalid } from '../accounts/phone.errors';
import { checkDevice, type DeviceDescription } from '../devices/device.rules';

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
  const device = checkDevice(form.device);
  if (!device.ok) return device;
  if (!clientAppPattern.test(form.clientApp)) return err(invalidField('clientApp'));
  return ok({ ...form, phone: phone.value, device: device.value });
}
