import type { AddressInfo } from 'node:net';
import { newId, systemClock, type Clock } from '@bindery/kernel';
import { createLog, readConfig } from '@bindery/service';
import { createSimulator } from '../composition-root';
import type { OperationStanding } from '../records/operation';
import { providerSimulatorConfigShape } from '../provider-simulator.config';
import { signatureHeaders } from '../signatures/signature';
import type { SimulatorState } from '../state/simulator-state';
import { catalogueFolder, providerKeys, readerKeys, secrets, type ProviderCode } from './catalogue';
import { startFakePlatform, type FakePlatform } from './fake-platform';

export const carrierKey = 'carrier-key-for-tests';

export interface Reply {
  readonly status: number;
  // Tests read the bodies of many endpoints.
  readonly body: any; // eslint-disable-line @typescript-eslint/no-explicit-any
}

/** A running simulator on free ports with a platform that listens to it. */
export interface World {
  readonly url: string;
  readonly smtpPort: number;
  readonly platform: FakePlatform;
  readonly state: SimulatorState;
  /** A signed request of the platform to a provider; `path` begins behind the provider's code. */
  signed(
    provider: ProviderCode,
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Reply>;
  /** An unsigned request. */
  plain(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  /** Asks for an operation and answers the first reply. */
  operate(
    provider: ProviderCode,
    kind: string,
    subject: { token?: string; credentialReference?: string; followsCredentialReference?: string },
    operationId?: string,
  ): Promise<Reply>;
  standing(provider: ProviderCode, operationId: string): Promise<OperationStanding>;
  /** Stops the simulator only; the platform stays. */
  stopSimulator(): Promise<void>;
  stop(): Promise<void>;
}

export interface WorldOptions {
  readonly dataDir?: string;
  readonly platform?: FakePlatform;
  readonly clock?: Clock;
  readonly settleDelayMs?: number;
  /** As in production in all but what its configuration must have. */
  readonly production?: boolean;
}

export async function startWorld({
  dataDir = '',
  platform: given,
  clock = systemClock,
  settleDelayMs = 5,
  production = false,
}: WorldOptions = {}): Promise<World> {
  const platform = given ?? (await startFakePlatform(secrets, readerKeys, clock));
  const config = readConfig(providerSimulatorConfigShape, {
    NODE_ENV: 'test',
    PORT: '0',
    SMTP_PORT: '0',
    BINDING_URL: platform.url,
    PROVIDERS_PATH: catalogueFolder,
    PROVIDER_KEYS: JSON.stringify(providerKeys),
    READER_KEYS: JSON.stringify(readerKeys),
    SMS_CARRIER_KEY: carrierKey,
    DATA_DIR: dataDir,
    PEOPLE_HOSTS: 'simulator.example',
    SETTLE_DELAY_MS: String(settleDelayMs),
    SMS_DELIVERY_DELAY_MS: '5',
  });
  const simulator = await createSimulator(
    production ? { ...config, NODE_ENV: 'production' } : config,
    createLog({ service: 'test', level: 'silent', format: 'json' }),
    clock,
  );
  for (const component of simulator.components) await component.start();
  const url = `http://127.0.0.1:${(simulator.http.app.server.address() as AddressInfo).port}`;

  const send = createSender(url);
  const signed: World['signed'] = (provider, method, path, body, headers) => {
    const target = `/providers/${provider}${path}`;
    const text = body === undefined ? undefined : JSON.stringify(body);
    return send(method, target, text, {
      ...signatureHeaders(secrets[provider], newId('call'), clock.now(), text ?? target),
      ...headers,
    });
  };

  const stopSimulator = async () => {
    for (const component of [...simulator.components].reverse()) await component.stop();
  };

  return {
    url,
    smtpPort: simulator.mail.port(),
    platform,
    state: simulator.state,
    signed,
    plain: (method, path, body, headers = {}) =>
      send(method, path, body === undefined ? undefined : JSON.stringify(body), headers),
    operate(provider, kind, subject, operationId = newId('operation')) {
      const callbackUrl = `${platform.url}/provider-webhooks/${provider}`;
      return signed(
        provider,
        'POST',
        '/operations',
        { operationId, kind, ...subject, callbackUrl },
        { 'idempotency-key': operationId },
      );
    },
    standing: async (provider, operationId) => (await signed(provider, 'GET', `/operations/${operationId}`)).body,
    stopSimulator,
    async stop() {
      await stopSimulator();
      await platform.stop();
    },
  };
}

const createSender =
  (url: string) =>
  async (method: string, path: string, text: string | undefined, headers: Record<string, string>): Promise<Reply> => {
    const type: Record<string, string> = text === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await fetch(url + path, { method, body: text, headers: { ...type, ...headers } });
    const body = await answer.text();
    return { status: answer.status, body: body === '' ? undefined : JSON.parse(body) };
  };
