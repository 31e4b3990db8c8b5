import { randomBytes } from 'node:crypto';
import { startSmsCarrierServer, type SmsCarrierServer } from '@bindery/delivery-channels/testing';
import type { Id } from '@bindery/kernel';
import type { ComposedService } from '@bindery/subgraph';
import { startTestSubgraph, type TestSubgraph } from '@bindery/subgraph/testing';
import {
  createDeviceTokens,
  generateSigningKey,
  readContactKeys,
  readKeySet,
  sealContact,
  toPublicKeySet,
  type ContactKeys,
  type KeySet,
} from '@bindery/trust';
import { migrations } from '../../migrations';
import { appRights } from '../../migrations/app-rights';
import { composeVerification } from '../composition-root';
import { verificationConfigShape } from '../verification.config';

export interface RunningVerification extends TestSubgraph<ComposedService> {
  readonly carrier: SmsCarrierServer;
  readonly contactKeys: ContactKeys;
  readonly proofKeys: KeySet;
  seal(address: string): Promise<string>;
  /** What identity gives a device of an account. */
  deviceTokenOf(accountId: Id<'account'>, device: string): Promise<string>;
  /** Runs a job now, in this process. */
  runJob(name: string): Promise<void>;
}

/** The whole service on a real PostgreSQL, with its jobs running and a real HTTP carrier; only the clock is ours. */
export async function startVerification({
  env = {},
  withJobs = true,
}: { env?: Record<string, string>; withJobs?: boolean } = {}): Promise<RunningVerification> {
  const [carrier, proofKey] = await Promise.all([startSmsCarrierServer(), generateSigningKey()]);
  const contactKeysText = JSON.stringify({ c1: randomBytes(32).toString('base64') });
  const contactKeys = readContactKeys(contactKeysText);
  const service = await startTestSubgraph({
    name: 'verification',
    migrations,
    appRights,
    configShape: verificationConfigShape,
    compose: composeVerification,
    env: {
      PROOF_PRIVATE_KEY: proofKey,
      CONTACT_KEYS: contactKeysText,
      CODE_KEY: randomBytes(32).toString('base64'),
      SMS_CARRIER_URL: carrier.url,
      SMS_CARRIER_KEY: carrier.key,
      ...env,
    },
    roles: withJobs ? 'api,consumers,jobs' : 'api,consumers',
  });
  const { jobHandlers } = service.composed;
  return {
    ...service,
    carrier,
    contactKeys,
    proofKeys: readKeySet(toPublicKeySet(proofKey)),
    seal: (address) => sealContact(address, contactKeys),
    deviceTokenOf: (accountId, device) =>
      createDeviceTokens(contactKeys).issue({ accountId, device }, service.clock.now()),
    async runJob(name) {
      const run = jobHandlers[name];
      if (!run) throw new Error(`there is no job ${name}`);
      await run({}, { jobId: '1', attempt: 1, maxAttempts: 1, signal: new AbortController().signal });
    },
    async stop() {
      await service.stop();
      await carrier.close();
    },
  };
}
