import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { eventually, freePort } from '@bindery/testing';
import { loadProviderCatalogue } from '../catalogue/provider-catalogue';

const root = join(__dirname, '../../../..');
const secret = (byte: number) => `whsec_${Buffer.alloc(32, byte).toString('base64')}`;

const ourCatalogue = join(root, 'apps/binding/src/catalogue/providers.json');
const secretsFor = (catalogue: string) =>
  Object.fromEntries([...loadProviderCatalogue(catalogue).keys()].map((code, index) => [code, secret(index + 1)]));

/** What both sides of a test sign with. */
export const simulatorSecrets = secretsFor(ourCatalogue);

export interface RunningSimulator {
  readonly url: string;
  /** For PROVIDERS: address and secret of each provider. */
  readonly providers: Readonly<Record<string, { baseUrl: string; secret: string }>>;
  /** One of the unsigned requests for people and tests; answers the JSON body, or undefined where there is none. */
  order(method: 'PUT' | 'POST' | 'DELETE', path: string, body?: object): Promise<unknown>;
  stop(): Promise<void>;
}

/**
 * The real provider-simulator as a process of its own, which posts its webhooks to `bindingUrl` and has the providers of the catalogue.
 * Settles after 20 ms.
 */
export async function startSimulator(bindingUrl: string, catalogue = ourCatalogue): Promise<RunningSimulator> {
  const secrets = secretsFor(catalogue);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const opsPort = await freePort();
  const child = spawn(process.execPath, ['-r', './tools/runtime/register.cjs', 'apps/provider-simulator/src/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      LOG_LEVEL: 'fatal',
      PORT: String(port),
      OPS_PORT: String(opsPort),
      SMTP_PORT: '0',
      BINDING_URL: bindingUrl,
      PROVIDERS_PATH: catalogue,
      PROVIDER_SECRETS: JSON.stringify(secrets),
      SMS_CARRIER_KEY: 'sms-carrier-key-for-tests',
      SETTLE_DELAY_MS: '20',
    },
  });
  const ended = once(child, 'exit');
  await eventually(
    async () => {
      if (child.exitCode !== null) throw new Error(`the simulator ended with ${child.exitCode}`);
      if (!(await fetch(`http://127.0.0.1:${opsPort}/health/ready`)).ok) throw new Error('the simulator is not ready');
    },
    { withinMs: 20_000 },
  );

  return {
    url,
    providers: Object.fromEntries(
      Object.entries(secrets).map(([code, ofProvider]) => [
        code,
        { baseUrl: `${url}/providers/${code}`, secret: ofProvider },
      ]),
    ),
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
      child.kill('SIGTERM');
      await ended;
    },
  };
}
