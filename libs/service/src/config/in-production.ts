import { z } from 'zod';

/** The variables of a program as they were given: text, before anything is made of it. */
export type Given = Readonly<Record<string, string | undefined>>;

/**
 * What is wrong in production with a variable and what to do about it, or undefined. Asked of the text that was given, and where
 * none was, of the default. Never answers the value, which may be a secret.
 */
export type ProductionRule = (text: string | undefined, given: Given) => string | undefined;

const rulesOf = new WeakMap<object, readonly ProductionRule[]>();

/** The schema with rules that its value has to keep in production. Say it last: what is made of the schema afterwards has none. */
export function inProduction<Schema extends z.ZodType>(schema: Schema, ...rules: readonly ProductionRule[]): Schema {
  rulesOf.set(schema, rules);
  return schema;
}

/** Every fault that only production minds, each with its variable. */
export const productionFaults = (shape: z.ZodRawShape, given: Given): { variable: string; words: string }[] =>
  Object.entries(shape).flatMap(([variable, schema]) =>
    (rulesOf.get(schema) ?? [])
      .map((rule) => rule(given[variable], given))
      .filter((words) => words !== undefined)
      .map((words) => ({ variable, words })),
  );

/** This machine, and nobody else's. */
const loopback = /^(127\.\d+\.\d+\.\d+|\[?::1\]?|localhost)$/;

/** Whether somebody said that parts of this machine may speak plainly with each other, e.g. with what speaks TLS for them. */
const mayBePlain = (host: string, { PLAIN_ON_LOOPBACK }: Given) => PLAIN_ON_LOOPBACK === 'on' && loopback.test(host);

/** Every URL in the text, which may be JSON, is of this protocol, but for those of this machine where that was said. */
const everyUrl =
  (protocol: string, words: string): ProductionRule =>
  (text = '', given) =>
    [...text.matchAll(/\b([a-z][a-z0-9+.-]*):\/\/(?:[^/?#@"\s]*@)?(\[[^\]]*\]|[^/?#:"\s]*)/gi)].every(
      ([, scheme = '', host = '']) => scheme.toLowerCase() === protocol || mayBePlain(host, given),
    )
      ? undefined
      : words;

export const overHttps = everyUrl('https', 'speaks plain HTTP; name an https:// address');
export const overSmtps = everyUrl('smtps', 'speaks plain SMTP; name an smtps:// address');

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : '');

/** A database's URL, see `toConnection` of persistence. */
export const databaseOverTls: ProductionRule = (text, given) =>
  text === undefined || /\?([^#]*&)?sslmode=verify-full(&|$)/.test(text) || mayBePlain(hostOf(text), given)
    ? undefined
    : 'reaches the database without TLS; add ?sslmode=verify-full&sslrootcert=<PEM file of the authority>';

/** A database's URL that names a password which somebody may guess. */
export const databasePassword: ProductionRule = (text) => {
  const password = /^\w+:\/\/[^/?#]*?:([^@/?#]*)@/.exec(text ?? '')?.[1];
  return password === undefined ? undefined : strongSecret(decodeURIComponent(password), {});
};

export const kafkaOverTls: ProductionRule = (text, given) =>
  text === undefined ||
  (given.KAFKA_TLS === 'on' && given.KAFKA_SASL_USERNAME) ||
  text.split(',').every((broker) => mayBePlain(broker.replace(/:\d+$/, ''), given))
    ? undefined
    : 'reaches Kafka without TLS or without a login; set KAFKA_TLS=on, KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD';

/** Reached over TLS only, but from this machine where that was said. */
export const servesTls: ProductionRule = (host = '127.0.0.1', given) =>
  given.TLS_CERT_FILE || given.TLS_CERT || mayBePlain(host, given)
    ? undefined
    : 'serves plain HTTP; set TLS_CERT_FILE and TLS_KEY_FILE, or PLAIN_ON_LOOPBACK=on where something on this machine speaks TLS for it';

/** Node takes any certificate for good where this is said, so that TLS protects from nobody. */
export const checksCertificates: ProductionRule = (_text, { NODE_TLS_REJECT_UNAUTHORIZED }) =>
  NODE_TLS_REJECT_UNAUTHORIZED === '0'
    ? 'goes with NODE_TLS_REJECT_UNAUTHORIZED=0, which trusts everybody; name your authority in NODE_EXTRA_CA_CERTS'
    : undefined;

/** Whoever may say which address a request comes from is under no limit of addresses. */
export const believesFew: ProductionRule = (text = '') =>
  text.split(',').some((range) => /^(\*|true|all|.*\/0)$/i.test(range.trim()))
    ? 'believes everybody who says where a request comes from; name the addresses of your proxies'
    : undefined;

/** What only a sandbox has. */
export const onlyInSandbox: ProductionRule = (text) =>
  text === undefined ? undefined : 'moves the clock of the platform, which is for a sandbox only; leave it out';

/** A limit that still limits. */
export const atMost =
  (most: number): ProductionRule =>
  (text) =>
    text === undefined || Number(text) <= most ? undefined : `is as good as no limit; ${most} at most`;

/** Words that stand in examples and defaults. What is left of a secret without them has to be long enough by itself. */
const wellKnown =
  /change.?me|replace.?me|example|default|password|passw0rd|secret|postgres|bindery|letmein|test|demo|dummy/gi;

/** A limit that operators may set: a whole number above none, `usual` where nothing is said, and in production `most` at most, as more would be none. */
export const limit = ({
  usual,
  most,
  says,
}: {
  readonly usual: number;
  readonly most: number;
  readonly says: string;
}) => inProduction(z.coerce.number().int().positive().default(usual).describe(says), atMost(most));

/** A secret, or JSON of secrets, that nobody made up or copied from an example. */
export const strongSecret: ProductionRule = (text) =>
  text === undefined || secretsIn(text).every(isStrong)
    ? undefined
    : 'is short, guessable or a well-known value; make a random one of 32 bytes, e.g. with: openssl rand -base64 32';

/** The same for JSON in which other things stand beside: only what is named a secret or a key is looked at. */
export const strongSecretsOf: ProductionRule = (text, ...rest) => {
  if (text === undefined) return undefined;
  const found: string[] = [];
  try {
    JSON.parse(text, (name, value: unknown) => {
      if (typeof value === 'string' && /(secret|key)$/i.test(name)) found.push(value);
      return value;
    });
  } catch {
    return strongSecret(text, ...rest);
  }
  return found.every(isStrong) ? undefined : strongSecret('', ...rest);
};

function secretsIn(text: string): string[] {
  try {
    const found: string[] = [];
    // What names a key is no secret, nor is where somebody is found.
    JSON.parse(text, (name, value: unknown) => {
      if (typeof value === 'string' && !publicMembers.includes(name) && !/^https?:\/\//.test(value)) found.push(value);
      return value;
    });
    return found.length > 0 ? found : [text];
  } catch {
    return [text];
  }
}

/** Members of a JWK (RFC 7517, RFC 8037) that everybody may know. */
const publicMembers = ['kty', 'crv', 'kid', 'alg', 'use', 'x', 'baseUrl'];

const lettersAtLeast = 16;

/** What a machine made, in base64 or hex: letters of both cases unless it is hex, and neither repeated nor counted up. */
function isStrong(value: string): boolean {
  const text = value.replace(/^whsec_/, '');
  if (text.replace(wellKnown, '').length < lettersAtLeast) return false;
  if (!/^[0-9a-f]+$/.test(text) && !(/[a-z]/.test(text) && /[A-Z]/.test(text))) return false;
  const bytes = Buffer.from(text, /^[0-9a-f]+$/.test(text) ? 'hex' : 'base64');
  const steps = new Set(Array.from(bytes.subarray(1), (byte, index) => (byte - (bytes[index] ?? 0) + 256) % 256));
  return steps.size >= Math.min(8, bytes.length / 2);
}
