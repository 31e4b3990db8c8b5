import { composeService, layFoundation, type ComposedService, type Surroundings } from '@bindery/subgraph';
import { readContactKeys } from '@bindery/trust';
import { createAccountLock } from './account-lock';
import { createAccounts } from './accounts';
import { createDevices } from './devices';
import { featureClasses } from './features';
import type { IdentityConfig } from './identity.config';
import { createLogInFeature } from './log-in';
import { createNode } from './node';
import { createPasswords, type Argon2 } from './passwords';
import { createProofs } from './proofs';
import { createRegistration } from './registration';
import { createSessions } from './sessions';
import { createTokens } from './tokens';
import { createViewer } from './viewer';

/** Makes every part of the service; nothing runs yet. */
export async function composeIdentity(
  config: IdentityConfig,
  { argon2, ...surroundings }: Surroundings & { readonly argon2?: Argon2 },
): Promise<ComposedService> {
  const foundation = layFoundation('identity', config, featureClasses, surroundings);
  const { PHONE_COUNTRIES: countries } = config;
  const contactKeys = readContactKeys(config.CONTACT_KEYS);
  const { proofs } = createProofs(foundation, { publicKeys: config.PROOF_PUBLIC_KEYS, contactKeys });
  const tokens = await createTokens(foundation, {
    refreshTokens: config.REFRESH_TOKEN_KEYS,
    accessTokens: {
      accessTokenPrivateKey: config.ACCESS_TOKEN_PRIVATE_KEY,
      others: config.ACCESS_TOKEN_OTHER_PUBLIC_KEYS?.keys,
    },
  });
  const accounts = createAccounts(foundation, {
    contactKeys,
    lookupKey: config.CONTACT_LOOKUP_KEY,
  });
  const devices = createDevices(foundation);
  const sessions = createSessions(foundation, { ...accounts, ...tokens, ...devices });
  const accountLock = createAccountLock(foundation, accounts);
  const passwords = createPasswords(
    foundation,
    { ...accounts, ...accountLock, ...sessions, proofs, countries },
    {
      pepper: config.PASSWORD_PEPPER,
      atOnce: config.PASSWORD_HASHES_AT_ONCE,
      waitingMax: config.PASSWORD_HASHES_WAITING,
      argon2,
    },
  );
  const viewer = createViewer(foundation);
  const features = [
    tokens,
    accounts,
    devices,
    sessions,
    accountLock,
    passwords,
    viewer,
    createNode({ ...viewer, ...devices }),
    createRegistration(foundation, { ...accounts, ...passwords, proofs, countries }),
    createLogInFeature(foundation, { ...accounts, ...accountLock, ...passwords, ...sessions, ...tokens }),
  ];
  return composeService(
    foundation,
    features.map(({ feature }) => feature),
    { jobsAtOnce: 1 },
  );
}
