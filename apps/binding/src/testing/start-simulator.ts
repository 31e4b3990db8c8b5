import { once } from 'node:events';
import { join } from 'node:path';
import { eventually, freePort, startProgram } from '@bindery/testing';
import { loadProviderCatalogue } from '../catalogue/provider-catalogue';
import { makeTestKeys, type TestKeys } from './provider-keys';
import { readerKeysOf } from './ask-as-reader';

const root = join(__dirname, '../../../..');
const ourCatalogue = join(root, 'apps/binding/src/catalogue/providers');
const keysFor = (catalogue: string) => makeTestKeys(loadProviderCatalogue(catalogue));
const ofEach = (
  keys: Readonly<Record<string, TestKeys>>,
  toSide: (own: TestKeys, code: string) => Readonly<Record<string, unknown>>,
) => Object.fromEntries(Object.entries(keys).map(([code, own]) => [code, toSide(own, code)]));

export interface RunningSimulator {
  readonly url: string;
  /** For PROVIDERS: address and keys of each provider. */
  readonly providers: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** For READER_KEYS: what its readers sign with. */
  readonly readerKeys: ReturnType<typeof readerKeysOf>;
  /** One of the unsigned requests for people and tests; answers the JSON body, or undefined where there is none. */
  order(method: 'PUT' | 'POST' | 'DELETE', path: string, body?: object): Promise<unknown>;
  stop(): Promise<void>;
}

/**
 * The real provider-simulator as a process of its own, which posts its webhooks to `bindingUrl` and has the providers of the catalogue.
 * Settles after 20 ms.
 */
export async function startSimulator(bindingUrl: string, catalogue = ourCatalogue): Promise<RunningSimulator> {
  const keys = await keysFor(catalogue);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const opsPort = await freePort();
  const child = startProgram('apps/provider-simulator/src/main.ts', {
    NODE_ENV: 'test',
    LOG_LEVEL: 'fatal',
    PORT: String(port),
    OPS_PORT: String(opsPort),
    SMTP_PORT: '0',
    BINDING_URL: bindingUrl,
    PROVIDERS_PATH: catalogue,
    PROVIDER_KEYS: JSON.stringify(ofEach(keys, ({ provider }) => provider)),
    READER_KEYS: JSON.stringify(readerKeysOf(Object.keys(keys))),
    SMS_CARRIER_KEY: 'sms-carrier-key-for-tests',
    SETTLE_DELAY_MS: '20',
  });
  const ended = once(child, 'exit');
  await eventually(
    async () => {
      if (child.exitCode !== null) throw new Error(`the simulator ended with ${child.exitCode}`);
      if (!(await fetch(`http://127.0.0.1:${opsPort}/health/ready`)).ok) throw new Error('the simulator is not ready');
    },
    { withinMs: 40_000 },
  );

  return {
    url,
    readerKeys: readerKeysOf(Object.keys(keys)),
    providers: ofEach(keys, ({ platform }, code) => ({ baseUrl: `${url}/providers/${code}`, ...platform })),
    async order(method, path, body) {
      const answer = await fetch(`${url}${path}`, {
        method,
        body: body && JSON.stringify(body),
        headers: body && { 'content-type': 'application/json' },
      });
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status}`);
      const text = await answer.text();
      return text === '' ? undefined : JSON.parse(text);
    },
    async stop() {
      child.ref();
      child.kill('SIGTERM');
      await ended;
    },
  };
}
