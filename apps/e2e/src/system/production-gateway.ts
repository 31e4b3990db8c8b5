import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually, freePort } from '@bindery/testing';
import { joinGatewayKeys } from '@bindery/trust';
import { behindTls } from './behind-tls';
import { services } from './services';
import { data, urls } from './the-system';

export interface ProductionGateway {
  readonly url: string;
  stop(): Promise<void>;
}

const root = join(__dirname, '../../../..');

/** One more gateway before the running services, as it is in production, which nobody has to say: with the documents and rules that are committed. */
export async function startProductionGateway(env: Readonly<Record<string, string>> = {}): Promise<ProductionGateway> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const opsPort = await freePort();
  const { gatewayKeys } = JSON.parse(readFileSync(join(data, 'secrets.json'), 'utf8')) as {
    gatewayKeys: Readonly<Record<string, string>>;
  };
  const tls = await behindTls(services.map((name) => urls[name]));
  const subgraphUrls = Object.fromEntries(services.map((name, index) => [name, tls.urls[index]]));
  const child = fork(join(root, 'apps/gateway/src/main.ts'), {
    cwd: root,
    execArgv: ['-r', join(root, 'tools/runtime/register.cjs')],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      PATH: process.env.PATH,
      LOG_LEVEL: 'warn',
      PLAIN_ON_LOOPBACK: 'on',
      PORT: String(port),
      OPS_PORT: String(opsPort),
      SUBGRAPH_URLS: JSON.stringify(subgraphUrls),
      ACCESS_TOKEN_JWKS_URL: `${subgraphUrls.identity}/.well-known/jwks.json`,
      NODE_EXTRA_CA_CERTS: tls.authorityFile,
      SUBGRAPH_KEYS: joinGatewayKeys(gatewayKeys),
      ...env,
    },
  });
  await eventually(async () => expect((await fetch(`http://127.0.0.1:${opsPort}/health/ready`)).status).toBe(200), {
    withinMs: 30_000,
  });
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      await tls.stop();
    },
  };
}
