import {
  inProduction,
  overHttps,
  overSmtps,
  readConfig,
  strongSecret,
  serviceConfig,
  type Config,
} from '@bindery/service';
import { z } from 'zod';

export const notificationConfigShape = {
  ...serviceConfig,
  CONTACT_KEYS: inProduction(
    z
      .string()
      .describe('keys that open sealed contacts, JSON {"<kid>": "<base64 of 32 bytes>"}, the current one first'),
    strongSecret,
  ),
  SMS_CARRIER_URL: inProduction(z.url({ protocol: /^https?$/ }).describe('base address of the SMS carrier'), overHttps),
  SMS_CARRIER_KEY: inProduction(z.string().min(1).describe('bearer key of the SMS carrier'), strongSecret),
  SMTP_URL: inProduction(
    z.url({ protocol: /^smtps?$/ }).describe('mail server, with user and password in it where it wants them'),
    overSmtps,
  ),
  MAIL_FROM: z.string().default('Bindery <no-reply@bindery.example>').describe('sender of mails as people see it'),
  WALLET_URL: z
    .string()
    .regex(/[^/]$/)
    .default('bindery://wallet')
    .describe('where actions of notifications lead; no slash at the end'),
};
export type NotificationConfig = Config<typeof notificationConfigShape>;

export const readNotificationConfig = (): NotificationConfig => readConfig(notificationConfigShape, process.env);
