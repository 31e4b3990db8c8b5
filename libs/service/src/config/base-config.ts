import { z } from 'zod';
import {
  checksCertificates,
  databaseOverTls,
  databasePassword,
  inProduction,
  kafkaOverTls,
  onlyInSandbox,
  strongSecret,
  servesTls,
} from './in-production';

/** The parts of a service that can run apart, as separate processes of the same program. */
export const roles = ['api', 'relay', 'consumers', 'jobs'] as const;
export type Role = (typeof roles)[number];

/** A variable holding JSON text of the given shape. */
export const json = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'is not JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);

/** A variable whose text a function reads: it answers undefined for what is `problem`, e.g. `is no list of countries`. */
export const readBy = <Value>(read: (text: string) => Value | undefined, problem: string) =>
  z.string().transform((text, context): Value => {
    const value = read(text);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: problem });
    return z.NEVER;
  });

/** What every program that serves HTTP is configured by. */
export const serverConfig = {
  NODE_ENV: inProduction(
    z
      .enum(['development', 'test', 'production'])
      .default('production')
      .describe(
        'production: no inner detail in answers, no documents but registered ones, and no start without TLS, limits and secrets of its own',
      ),
    checksCertificates,
  ),
  LOG_LEVEL: z
    .enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'])
    .default('info')
    .describe('least severe level that is logged'),
  LOG_FORMAT: z
    .enum(['json', 'pretty'])
    .default('json')
    .describe('json for machines, pretty for a person at a terminal'),
  HOST: inProduction(
    z.string().default('127.0.0.1').describe('address to listen on; 0.0.0.0 inside a container'),
    servesTls,
  ),
  PORT: z.coerce.number().int().min(0).max(65535).describe('port of HTTP; 0 picks a free one'),
  OPS_HOST: z
    .string()
    .default('127.0.0.1')
    .describe('address of /health/live, /health/ready and /metrics; one that only operators reach'),
  OPS_PORT: z.coerce.number().int().min(0).max(65535).optional().describe('port of them; PORT + 100 when left out'),
  TLS_CERT_FILE: z
    .string()
    .optional()
    .describe('PEM file of the certificate and its chain; with TLS_KEY_FILE HTTP is served over TLS only'),
  TLS_KEY_FILE: z.string().optional().describe('PEM file of its private key'),
  PLAIN_ON_LOOPBACK: z
    .enum(['off', 'on'])
    .default('off')
    .describe(
      'on: in production too, addresses of this machine may be without TLS, e.g. where a proxy beside it speaks it',
    ),
  DRAIN_GRACE_MS: z.coerce
    .number()
    .int()
    .min(0)
    .max(20_000)
    .default(0)
    .describe(
      'milliseconds after SIGTERM in which new connections are still served while balancers look away; 5000 behind one',
    ),
};

/** How Kafka is spoken to where it is not on this machine or a network of one's own. */
export const kafkaSecurityConfig = {
  KAFKA_TLS: z.enum(['off', 'on']).default('off').describe('on: speak to the brokers over TLS'),
  KAFKA_SSL_CA: z
    .string()
    .startsWith('-----BEGIN CERTIFICATE-----')
    .optional()
    .describe("PEM of the authority that signed the brokers' certificates; the well-known ones when left out"),
  KAFKA_SSL_CA_FILE: z.string().optional().describe('or the file that it stands in'),
  KAFKA_SASL_USERNAME: z.string().optional().describe('login for SCRAM-SHA-512; only with KAFKA_TLS=on'),
  KAFKA_SASL_PASSWORD: inProduction(z.string().optional().describe('its password'), strongSecret),
};

/** Where the event log is: one of the two. */
export const eventLogConfig = {
  EVENT_LOG_URL: inProduction(
    z
      .url({ protocol: /^postgres(ql)?$/ })
      .optional()
      .describe('event log on PostgreSQL, as DATABASE_URL; this or KAFKA_BROKERS'),
    databaseOverTls,
    databasePassword,
  ),
  KAFKA_BROKERS: inProduction(
    z
      .string()
      .transform((text) => text.split(','))
      .optional()
      .describe('event log on Apache Kafka: host:port, separated by commas'),
    kafkaOverTls,
  ),
  ...kafkaSecurityConfig,
};

/** What everything that follows the clock of a sandbox is configured by. */
export const sandboxConfig = {
  SANDBOX_CLOCK_URL: inProduction(
    z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe('where the provider simulator says how far the clock of this sandbox was moved; never in production'),
    onlyInSandbox,
  ),
};

/** What every service with a database and events is configured by, besides its own. */
export const serviceConfig = {
  ...serverConfig,
  ROLES: z
    .string()
    .default(roles.join(','))
    .transform((text) => text.split(',').map((role) => role.trim()))
    .pipe(z.array(z.enum(roles)).min(1))
    .describe(`which parts this process runs, out of ${roles.join(', ')}`),
  DATABASE_URL: inProduction(
    z
      .url({ protocol: /^postgres(ql)?$/ })
      .describe(
        "this service's own database, as its least-privilege user; takes sslmode=verify-full, sslrootcert=<file> and, instead of a password, passfile=<file>, which is read at each connection",
      ),
    databaseOverTls,
    databasePassword,
  ),
  ...eventLogConfig,
  ...sandboxConfig,
  SUPPORT_URL: z
    .url({ protocol: /^(https?|mailto|tel)$/ })
    .optional()
    .describe('where people reach support: a page, mailto: or tel:; nobody is told to contact support without it'),
  GATEWAY_KEYS: inProduction(
    z
      .string()
      .describe(
        'JSON: key id → base64 of 32 bytes, shared with the gateway and nobody else; each of them is accepted on a request',
      ),
    strongSecret,
  ),
};
