import { randomBytes } from 'node:crypto';
import { startTestSubgraph, type Answer, type TestSubgraph } from '@bindery/subgraph/testing';
import { generateSigningKey, readSigningKey, signProof, toPublicKeySet, type Proof } from '@bindery/trust';
import { migrations } from '../../migrations';
import { appRights } from '../../migrations/app-rights';
import { bindingConfigShape } from '../binding.config';
import { composeBinding } from '../composition-root';
import type { FactPart } from '../lifecycle';
import { createGenericInbound } from '../providers/styles/generic/generic-inbound';
import { readerKeysOf } from './ask-as-reader';
import { createFakeConnector, type FakeConnector } from './fake-provider/fake-connector';
import { createJobDrain, type JobDrain } from './job-drain';

export type { Answer };

/** Of each style one at least, but no self-custody: nobody outside is there to differ. */
const providerCodes = [
  'seaside-bank',
  'harbour-bank',
  'cloudgate',
  'wechat-pay',
  'alipay',
  'apple-wallet',
  'sinopec-yijie',
  'xiaomi-finance',
] as const;
export type ProviderCode = (typeof providerCodes)[number];

export interface RunningBinding extends TestSubgraph<Awaited<ReturnType<typeof composeBinding>>> {
  readonly providers: Readonly<Record<ProviderCode, FakeConnector>>;
  readonly jobs: JobDrain;
  /** What providers and readers sign with. */
  readonly secret: string;
  prove(proof: Proof): Promise<string>;
}

interface Wishes {
  /** Facts as a feature would know them that is not in this service yet. */
  readonly facts?: readonly FactPart[];
  readonly env?: Readonly<Record<string, string>>;
  /** Where support is reached; null: nowhere. */
  readonly supportUrl?: string | null;
}

/** The whole service on a real PostgreSQL with providers that do what a test says; jobs run when a test says so. */
export async function startBindingService({ facts = [], env = {}, supportUrl }: Wishes = {}): Promise<RunningBinding> {
  const proofKey = await generateSigningKey();
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const endpoints = Object.fromEntries(providerCodes.map((code) => [code, { baseUrl: 'http://127.0.0.1:9', secret }]));
  const providers = Object.fromEntries(
    providerCodes.map((code) => [code, createFakeConnector({ provider: code })]),
  ) as Record<ProviderCode, FakeConnector>;
  const connectors = {
    connectors: (code: string) => providers[code as ProviderCode].connector,
    inboundOf: (code: string) =>
      (providerCodes as readonly string[]).includes(code) ? createGenericInbound(secret) : undefined,
    routes: [],
    work: async () => undefined,
    close: async () => undefined,
  };
  const subgraph = await startTestSubgraph({
    name: 'binding',
    migrations,
    appRights,
    configShape: bindingConfigShape,
    supportUrl,
    env: {
      PROOF_PUBLIC_KEYS: toPublicKeySet(proofKey),
      CARD_FINGERPRINT_KEYS: JSON.stringify({ k1: randomBytes(32).toString('base64') }),
      PROVIDERS: JSON.stringify(endpoints),
      READER_KEYS: JSON.stringify(readerKeysOf(providerCodes)),
      READER_ANSWER_PRIVATE_KEY: await generateSigningKey(),
      EXPORT_LINK_KEYS: JSON.stringify({ e1: randomBytes(32).toString('base64') }),
      PUBLIC_URL: 'http://127.0.0.1:9',
      // Tests have one address for all.
      CARDS_PER_ADDRESS_PER_HOUR: '100000',
      ...env,
    },
    compose: (config, surroundings) => composeBinding(config, { ...surroundings, connectors, facts }),
  });
  const { composed, clock } = subgraph;
  const signingKey = await readSigningKey(proofKey);
  return {
    ...subgraph,
    providers,
    secret,
    jobs: createJobDrain(composed.dataSource, composed.jobHandlers, clock),
    prove: async (proof) => (await signProof(proof, clock.now(), signingKey)).token,
  };
}
