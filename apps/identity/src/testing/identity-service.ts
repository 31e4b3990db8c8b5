import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { newId, type Id } from '@bindery/kernel';
import { startTestSubgraph } from '@bindery/subgraph/testing';
import {
  generateSigningKey,
  phoneSubject,
  readContactKeys,
  readSigningKey,
  signProof,
  toPublicKeySet,
  type ProofAction,
} from '@bindery/trust';
import { migrations } from '../../migrations';
import { appRights } from '../../migrations/app-rights';
import { composeIdentity } from '../composition-root';
import { identityConfigShape } from '../identity.config';
import type { HashCosts } from '../passwords';

export type TestIdentity = Awaited<ReturnType<typeof startTestIdentity>>;

const randomKey = () => randomBytes(32).toString('base64');

/** What the service wants in its environment besides what all services do, with fresh keys. */
export async function identityEnvironment(proofKey: string): Promise<Record<string, string>> {
  return {
    ACCESS_TOKEN_PRIVATE_KEY: await generateSigningKey(),
    PROOF_PUBLIC_KEYS: toPublicKeySet(proofKey),
    CONTACT_KEYS: JSON.stringify({ first: randomKey() }),
    CONTACT_LOOKUP_KEY: randomKey(),
    PASSWORD_PEPPER: randomKey(),
    REFRESH_TOKEN_KEYS: JSON.stringify({ first: randomKey() }),
    PASSWORD_HASHES_WAITING: '200',
  };
}

export const cheap = { memoryCost: 64, timeCost: 1, parallelism: 1 };

/** The service in the test's process, with a cheap and counted hash. */
export async function startTestIdentity(overrides: Record<string, string> = {}, costs: HashCosts = [cheap]) {
  const proofKey = await generateSigningKey();
  const env: Record<string, string> = { ...(await identityEnvironment(proofKey)), ...overrides };
  const contactKeys = readContactKeys(env.CONTACT_KEYS ?? '');
  const counts = { hashes: 0, verifications: 0 };
  const hooks = { afterVerify: async (): Promise<void> => undefined };
  const argon2 = {
    hash: ((password, options) => (counts.hashes++, hash(password, options))) as typeof hash,
    verify: (async (...given) => {
      counts.verifications++;
      const fits = await verify(...given);
      await hooks.afterVerify();
      return fits;
    }) as typeof verify,
  };
  const service = await startTestSubgraph({
    name: 'identity',
    migrations,
    appRights,
    configShape: identityConfigShape,
    env,
    compose: (config, surroundings) => composeIdentity(config, { ...surroundings, hashing: { argon2, costs } }),
  });

  return {
    ...service,
    counts,
    /** What else happens while a login is between its password and its session. */
    hooks,
    /** All that was logged so far. */
    logged: () => service.lines.join(''),
    proofOf: async (action: ProofAction, phone: string, accountId?: Id<'account'>): Promise<string> => {
      const id = newId('proof');
      const proof = { id, action, subjectId: phoneSubject(phone, id, contactKeys), accountId, factor: 'SMS_CODE' };
      return (await signProof(proof, service.clock.now(), await readSigningKey(proofKey))).token;
    },
  };
}
