import { composeService, layFoundation, type ComposedService, type Surroundings } from '@bindery/subgraph';
import { readContactKeys } from '@bindery/trust';
import { createAccountLock } from './account-lock';
import { createAccounts } from './accounts';
import { createDeviceName } from './device-name';
import { createDevices } from './devices';
import { createEmergency } from './emergency';
import { featureClasses } from './features';
import type { IdentityConfig } from './identity.config';
import { createKnownAddresses } from './known-addresses';
import { createLogInFeature } from './log-in';
import { createNode } from './node';
import { createPasswords, type HashingSettings } from './passwords';
import { createProfile } from './profile';
import { createProofs } from './proofs';
import { createRegistration } from './registration';
import { createSessions } from './sessions';
import { createStaffRolesOf } from './staff';
import { createTokens } from './tokens';
import { createViewer } from './viewer';

/** Makes every part of the service; nothing runs yet. */
export async function composeIdentity(
  config: IdentityConfig,
  { hashing, ...surroundings }: Surroundings & { readonly hashing?: Pick<HashingSettings, 'argon2' | 'costs'> },
): Promise<ComposedService> {
  const foundation = layFoundation('identity', config, featureClasses, surroundings);
  const { PHONE_COUNTRIES: countries } = config;
  const contactKeys = readContactKeys(config.CONTACT_KEYS);
  const secrets = { contactKeys, lookupKey: config.CONTACT_LOOKUP_KEY };
  const { proofs } = createProofs(foundation, { publicKeys: config.PROOF_PUBLIC_KEYS, contactKeys });
  const tokens = await createTokens(foundation, createStaffRolesOf(foundation), {
    contactKeys,
    refreshTokens: config.REFRESH_TOKEN_KEYS,
    accessTokens: {
      accessTokenPrivateKey: config.ACCESS_TOKEN_PRIVATE_KEY,
      others: config.ACCESS_TOKEN_OTHER_PUBLIC_KEYS?.keys,
    },
  });
  const accounts = createAccounts(foundation, secrets);
  const known = createKnownAddresses(foundation, secrets);
  const devices = createDevices(foundation);
  const sessions = createSessions(foundation, { ...accounts, ...tokens, ...devices, ...known });
  const accountLock = createAccountLock(foundation, accounts, {
    key: config.CONTACT_LOOKUP_KEY,
    guessesPerAddressPerHour: config.GUESSES_PER_ADDRESS_PER_HOUR,
  });
  const passwords = createPasswords(
    foundation,
    { ...accounts, ...accountLock, ...sessions, ...tokens, ...known, proofs, countries },
    {
      pepper: config.PASSWORD_PEPPER,
      atOnce: config.PASSWORD_HASHES_AT_ONCE,
      waitingMax: config.PASSWORD_HASHES_WAITING,
      ...hashing,
    },
  );
  const viewer = createViewer(foundation);
  const features = [
    tokens,
    accounts,
    known,
    devices,
    sessions,
    accountLock,
    passwords,
    viewer,
    createNode({ ...viewer, ...devices }),
    createRegistration(foundation, { ...accounts, ...passwords, ...tokens, ...known, proofs, countries }),
    createLogInFeature(foundation, {
      ...accounts,
      ...accountLock,
      ...passwords,
      ...sessions,
      ...tokens,
      ...known,
    }),
    createProfile({ ...accounts, ...sessions }),
    createDeviceName({ ...devices, ...sessions }),
    createEmergency(foundation, { ...devices, ...sessions }),
  ];
  return composeService(
    foundation,
    features.map(({ feature }) => feature),
    { jobsAtOnce: 1 },
  );
}
