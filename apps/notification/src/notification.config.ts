import { senderName } from '@bindery/localisation';
import {
  inProduction,
  limit,
  overHttps,
  overSmtps,
  readBy,
  readConfig,
  serviceConfig,
  strongSecret,
  type Config,
} from '@bindery/service';
import { countriesByDefault, readCountries } from '@bindery/values';
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
  PHONE_COUNTRIES: readBy(readCountries, 'is no list of ISO 3166-1 countries')
    .prefault(countriesByDefault)
    .describe(
      'ISO 3166-1 countries, separated by commas, whose mobile numbers are sent alerts; the same in identity, verification and notification',
    ),
  MESSAGES_PER_HOUR: limit({
    usual: 20_000,
    most: 200_000,
    says: 'text messages an hour that are sent at most; what is above waits for the next',
  }),
  MESSAGES_PER_COUNTRY_PER_HOUR: limit({
    usual: 10_000,
    most: 100_000,
    says: 'of them, those to numbers of one country (ISO 3166-1), not of one calling code',
  }),
  SMTP_URL: inProduction(
    z.url({ protocol: /^smtps?$/ }).describe('mail server, with user and password in it where it wants them'),
    overSmtps,
  ),
  MAIL_FROM: z
    .string()
    .default(`${senderName} <no-reply@bindery.example>`)
    .describe('sender of mails as people see it'),
  WALLET_URL: z
    .string()
    .regex(/[^/]$/)
    .default('bindery://wallet')
    .describe('where actions of notifications lead; no slash at the end'),
};
export type NotificationConfig = Config<typeof notificationConfigShape>;

export const readNotificationConfig = (): NotificationConfig => readConfig(notificationConfigShape, process.env);
