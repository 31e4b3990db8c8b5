import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { generateGatewayKeys, generateSigningKey } from '@bindery/trust';
import { providerCodes } from '../provider-catalogue';
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

/** A folder of an older version has no keys between gateway and services yet; nothing that is kept depends on them. */
const olderSecretsSchema = secretsSchema.partial({ gatewayKeys: true });

const key = (bytes = 32) => randomBytes(bytes).toString('base64');
const password = () => randomBytes(24).toString('base64url');

/**
 * The secrets of a data folder: made at the first start, readable by their owner only, the same ever after. What is needed since then,
 * such as the secret of a provider that was added, is made at the next start.
 * @param providers codes of those that have to have one, of the catalogue if left out
 */
export async function readOrMakeSecrets(data: string, providers = providerCodes()): Promise<Secrets> {
  const file = join(data, 'secrets.json');
  if (!existsSync(file)) {
    const made = await makeSecrets(providers);
    await writeSecrets(file, made);
    return made;
  }
  const found = await readSecrets(file);
  const secrets = {
    ...found,
    gatewayKeys: found.gatewayKeys ?? makeGatewayKeys(),
    providerSecrets: { ...makeProviderSecrets(providers), ...found.providerSecrets },
  };
  if (!isDeepStrictEqual(secrets, found)) await writeSecrets(file, secrets);
  return secrets;
}

async function readSecrets(file: string) {
  try {
    return olderSecretsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
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

/** What each provider shares with us. */
const makeProviderSecrets = (providers: readonly string[]) =>
  Object.fromEntries(providers.map((code) => [code, `whsec_${key(24)}`]));

/** A start that ends here leaves the file as it was. */
async function writeSecrets(file: string, secrets: Secrets): Promise<void> {
  await writeFile(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

async function makeSecrets(providers: readonly string[]): Promise<Secrets> {
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
    providerSecrets: makeProviderSecrets(providers),
  };
}
