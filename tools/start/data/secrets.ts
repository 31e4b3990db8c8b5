import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { generateGatewayKeys, generateSigningKey } from '@bindery/trust';
import { StartError } from '../start-error';
import { services, type Service } from '../topology';

const secretsSchema = z.object({
  postgresPassword: z.string(),
  ownerPassword: z.string(),
  appPassword: z.string(),
  gatewayKeys: z.record(z.enum(services), z.string()),
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
export type Secrets = z.infer<typeof secretsSchema>;

const key = (bytes = 32) => randomBytes(bytes).toString('base64');
const password = () => randomBytes(24).toString('base64url');

/** The providers of the catalogue; each shares its own secret with us. */
const providers = ['seaside-bank', 'harbour-bank', 'cloudgate'];

/** The secrets of a data folder: made at the first start, readable by their owner only, the same ever after. */
export async function readOrMakeSecrets(data: string): Promise<Secrets> {
  const file = join(data, 'secrets.json');
  if (!existsSync(file)) {
    const made = await makeSecrets();
    await writeFile(file, JSON.stringify(made, null, 2), { mode: 0o600 });
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

/** What the gateway shares with each service. */
const makeGatewayKeys = () =>
  Object.fromEntries(services.map((name) => [name, generateGatewayKeys()])) as Record<Service, string>;

/** A folder of an older version has no keys between gateway and services yet; nothing that is kept depends on them. */
async function completed(file: string, found: object): Promise<Secrets> {
  const secrets = secretsSchema.parse({ gatewayKeys: makeGatewayKeys(), ...found });
  if (!('gatewayKeys' in found)) await writeFile(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}

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
    providerSecrets: Object.fromEntries(providers.map((code) => [code, `whsec_${key(24)}`])),
  };
}
