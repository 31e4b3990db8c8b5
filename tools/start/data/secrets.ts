import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { generateGatewayKeys, generateSigningKey } from '@bindery/trust';
import { cataloguedProviders } from '../provider-catalogue';
import { StartError } from '../start-error';
import { readers, services, type Service } from '../topology';
import { ensurePasswords, passfileOf, superuser } from './passwords';
import { completeProviderKeys } from './provider-keys';

const anyFields = z.record(z.string(), z.unknown());

const secretsSchema = z.object({
  gatewayKeys: z.partialRecord(z.enum(services), z.string()).default({}),
  accessTokenKey: z.string(),
  proofKey: z.string(),
  contactKeys: z.string(),
  fingerprintKeys: z.string(),
  lookupKey: z.string(),
  passwordPepper: z.string(),
  refreshKeys: z.string(),
  codeKey: z.string(),
  smsCarrierKey: z.string(),
  kafkaPasswords: z.record(z.string(), z.string()).default({}),
  providerKeys: z.record(z.string(), z.object({ platform: anyFields, provider: anyFields })).default({}),
  /** Until 2026-12, one for both sides of each provider. */
  providerSecrets: z.record(z.string(), z.string()).optional(),
  readerKeys: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  readerAnswerKey: z.string().optional(),
  exportLinkKeys: z.string().optional(),
});
export type Secrets = Omit<z.infer<typeof secretsSchema>, 'providerSecrets'> & {
  readonly gatewayKeys: Readonly<Record<Service, string>>;
  readonly readerAnswerKey: string;
  readonly exportLinkKeys: string;
};

const key = (bytes = 32) => randomBytes(bytes).toString('base64');
const password = () => randomBytes(24).toString('base64url');

/** The secrets of a data folder, and beside them the passwords of its databases: made at the first start, readable by their owner only, the same ever after. */
export async function readOrMakeSecrets(data: string): Promise<Secrets> {
  const file = join(data, 'secrets.json');
  if (!existsSync(file)) {
    const made = await makeSecrets();
    ensurePasswords(data);
    await write(file, made);
    return made;
  }
  try {
    const found = JSON.parse(await readFile(file, 'utf8')) as object;
    ensurePasswords(data, superusersOf(data, found));
    return await completed(file, found);
  } catch {
    throw new StartError(
      `${file} or ${join(data, 'passwords')} cannot be read, and without them the data of this folder is of no use.`,
      'Put them back, or begin anew with: npm start -- --reset',
    );
  }
}

/** Until 2026-12 the passwords stood with the keys, one for all owners and one for all services; the superuser's is still the server's. */
function superusersOf(data: string, found: { postgresPassword?: string }): string | undefined {
  if (!found.postgresPassword && existsSync(join(data, 'postgres')) && !existsSync(passfileOf(data, superuser)))
    throw new Error('the password of the server is lost');
  return found.postgresPassword;
}

/** A folder of an older version knows nothing of a subgraph or a provider that came since: theirs are made now. */
async function completed(file: string, found: object): Promise<Secrets> {
  const { providerSecrets = {}, ...secrets } = secretsSchema.parse(found);
  const before = Object.entries(providerSecrets).map(([code, secret]) => [
    code,
    { platform: { secret }, provider: { secret } },
  ]);
  const whole = {
    ...secrets,
    gatewayKeys: { ...makeGatewayKeys(), ...secrets.gatewayKeys },
    kafkaPasswords: { ...makeKafkaPasswords(), ...secrets.kafkaPasswords },
    providerKeys: await completeProviderKeys({ ...Object.fromEntries(before), ...secrets.providerKeys }),
    readerKeys: { ...makeReaderKeys(), ...secrets.readerKeys },
    readerAnswerKey: secrets.readerAnswerKey ?? (await generateSigningKey()),
    exportLinkKeys: secrets.exportLinkKeys ?? JSON.stringify({ e1: key() }),
  };
  if (JSON.stringify(whole) !== JSON.stringify(found)) await write(file, whole);
  return whole;
}

const write = (file: string, secrets: Secrets) => writeFile(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });

/** What the gateway shares with each subgraph. */
const makeGatewayKeys = () =>
  Object.fromEntries(services.map((name) => [name, generateGatewayKeys()])) as Record<Service, string>;

/** What each login of Kafka proves itself by, where Kafka has logins: in containers. */
const makeKafkaPasswords = () =>
  Object.fromEntries(['broker', 'provision', ...services, ...readers].map((login) => [login, password()]));

/** What the readers of each provider sign their questions with. */
const makeReaderKeys = () => Object.fromEntries(cataloguedProviders().map(({ code }) => [code, { r1: key() }]));

async function makeSecrets(): Promise<Secrets> {
  return {
    gatewayKeys: makeGatewayKeys(),
    accessTokenKey: await generateSigningKey(),
    proofKey: await generateSigningKey(),
    contactKeys: JSON.stringify({ c1: key() }),
    fingerprintKeys: JSON.stringify({ f1: key() }),
    lookupKey: key(),
    passwordPepper: key(),
    refreshKeys: JSON.stringify({ r1: key() }),
    codeKey: key(),
    smsCarrierKey: password(),
    kafkaPasswords: makeKafkaPasswords(),
    providerKeys: await completeProviderKeys({}),
    readerKeys: makeReaderKeys(),
    readerAnswerKey: await generateSigningKey(),
    exportLinkKeys: JSON.stringify({ e1: key() }),
  };
}
