import { emailCode } from './email-code/email-code';
import { smsCode } from './sms-code/sms-code';

/** All factors, one line each, in the order in which they are offered. */
export const registered = [smsCode, emailCode] as const;
