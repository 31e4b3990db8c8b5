import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { generateGatewayKeys, generateSigningKey } from '@bindery/trust';
import { providerCodes } from '../provider-catalogue';
import { StartError } from '../start-error';
import { services, type Service } from '../topology';

const secretsSchema = z.object({
  postgresPassword: z.string(),
  ownerPassword: z.string(),
  appPassword: z.string(),
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
  providerSecrets: z.record(z.string(), z.string()),
});
export type Secrets = z.infer<typeof secretsSchema> & { readonly gatewayKeys: Readonly<Record<Service, string>> };

const key = (bytes = 32) => randomBytes(bytes).toString('base64');
const password = () => randomBytes(24).toString('base64url');

/** The secrets of a data folder: made at the first start, readable by their owner only, the same ever after. */
export async function readOrMakeSecrets(data: string): Promise<Secrets> {
  const file = join(data, 'secrets.json');
  if (!existsSync(file)) {
    const made = await makeSecrets();
    await write(file, made);
    return made;
  }
  try {
    return await completed(file, JSON.parse(await readFile(file, 'utf8')) as object);
  } catch {
    throw new StartError(
      `${file} cannot be read, and without it the data of this folder is of no use.`,
      'Put it back, or begin anew with: npm start -- --reset',
    );
  }
}

/** A folder of an older version knows nothing of a subgraph or a provider that came since: theirs are made now. */
async function completed(file: string, found: object): Promise<Secrets> {
  const secrets = secretsSchema.parse(found);
  const whole = {
    ...secrets,
    gatewayKeys: { ...makeGatewayKeys(), ...secrets.gatewayKeys },
    providerSecrets: { ...makeProviderSecrets(), ...secrets.providerSecrets },
  };
  if (JSON.stringify(whole) !== JSON.stringify(found)) await write(file, whole);
  return whole;
}

const write = (file: string, secrets: Secrets) => writeFile(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });

/** What the gateway shares with each subgraph. */
const makeGatewayKeys = () =>
  Object.fromEntries(services.map((name) => [name, generateGatewayKeys()])) as Record<Service, string>;

/** What each provider of the catalogue shares with us. */
const makeProviderSecrets = () => Object.fromEntries(providerCodes().map((code) => [code, `whsec_${key(24)}`]));

async function makeSecrets(): Promise<Secrets> {
  return {
    postgresPassword: password(),
    ownerPassword: password(),
    appPassword: password(),
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
    providerSecrets: makeProviderSecrets(),
  };
}
