import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { eventually, freePort } from '@bindery/testing';
import {
  generateGatewayKeys,
  generateSigningKey,
  joinGatewayKeys,
  readSigningKey,
  toPublicKeySet,
  type SigningKey,
} from '@bindery/trust';
import { hashOf } from '../door/documents/document-manifest';
import { startFakeSubgraph, type FakeSubgraph } from './fake-subgraph';
import { bindingDefinition, identityDefinition } from './small-graph';

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly unknown[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
}

export interface TestPlatform {
  /** Base URL of the gateway. */
  readonly url: string;
  /** Base URL of where it says how it is. */
  readonly opsUrl: string;
  readonly identity: FakeSubgraph;
  readonly binding: FakeSubgraph;
  /** The operator's rules, which the gateway follows. */
  readonly clientAppsFile: string;
  /** The file that the gateway has its supergraph from. */
  readonly supergraphPath: string;
  readonly program: ChildProcess;
  /** What the gateway has logged so far: nothing, unless LOG_LEVEL says otherwise. */
  logged(): string;
  readonly keys: SharedKeys;
  /** Signs access tokens as identity would. */
  readonly accessTokenKey: SigningKey;
  ask(query: string, headers?: Record<string, string>): Promise<Answer>;
  /** Tells the gateway to stop, as a deployment would; resolves when it has. */
  stopGateway(): Promise<void>;
  stop(): Promise<void>;
}

type SharedKeys = Readonly<Record<'identity' | 'binding', string>>;

export interface TestPlatformOptions {
  /** Documents that `testClient` has registered. */
  readonly documents?: readonly string[];
  /** Variables of the gateway besides. */
  readonly env?: Readonly<Record<string, string>>;
  /** PEM texts; with them the gateway serves over TLS. */
  readonly tls?: { readonly cert: string; readonly private: string };
  /** What gateway and subgraphs share; all gateways of one system have the same. New ones when left out. */
  readonly keys?: SharedKeys;
}

/** The app that `ask` asks as. */
export const testClient = { app: 'test-app', version: '1.0.0' } as const;

/** Milliseconds a subgraph has here: long for this machine, short for whoever waits for the tests. */
export const subgraphTimeoutMs = 400;

/** The gateway's own program, in a process of its own, over a small graph of two subgraphs. */
export async function startTestPlatform(
  environment: 'development' | 'production' = 'development',
  {
    documents = [],
    env = {},
    tls,
    keys = { identity: generateGatewayKeys(), binding: generateGatewayKeys() },
  }: TestPlatformOptions = {},
): Promise<TestPlatform> {
  const accessTokenKey = await generateSigningKey();
  const identity = await startFakeSubgraph(
    { ...identityDefinition, files: { '/.well-known/jwks.json': toPublicKeySet(accessTokenKey) } },
    keys.identity,
  );
  const binding = await startFakeSubgraph(bindingDefinition, keys.binding);
  const folder = await mkdtemp(join(tmpdir(), 'bindery-gateway-'));
  const clientAppsFile = join(folder, 'client-apps.data.json');
  await writeFile(clientAppsFile, '{}');
  const url = `${tls ? 'https' : 'http'}://127.0.0.1:${await freePort()}`;
  const opsUrl = `http://127.0.0.1:${await freePort()}`;
  const supergraphPath = await writeSupergraph(folder, [identity, binding]);
  const program = startProgram({
    NODE_ENV: environment,
    PLAIN_ON_LOOPBACK: 'on',
    LOG_LEVEL: 'silent',
    PORT: new URL(url).port,
    OPS_PORT: new URL(opsUrl).port,
    SUPERGRAPH_PATH: supergraphPath,
    SUBGRAPH_URLS: JSON.stringify({
      identity: identity.url,
      binding: binding.url,
      verification: identity.url,
      notification: identity.url,
    }),
    ACCESS_TOKEN_JWKS_URL: `${identity.url}/.well-known/jwks.json`,
    SUBGRAPH_KEYS: joinGatewayKeys({ ...keys, verification: keys.identity, notification: keys.identity }),
    SUBGRAPH_TIMEOUT_MS: String(subgraphTimeoutMs),
    CLIENT_APPS_PATH: clientAppsFile,
    DOCUMENTS_PATH: await writeDocuments(folder, documents),
    ...(tls ? { TLS_CERT: tls.cert, TLS_KEY: tls.private } : {}),
    ...env,
  });
  const logged: string[] = [];
  program.stdout?.setEncoding('utf8').on('data', (text: string) => void logged.push(text));
  await eventually(async () => expect((await fetch(`${opsUrl}/health/ready`)).status).toBe(200), { withinMs: 20_000 });
  const stopGateway = async () => {
    program.kill('SIGTERM');
    if (program.exitCode === null && program.signalCode === null) await once(program, 'exit');
  };
  return {
    url,
    opsUrl,
    stopGateway,
    identity,
    binding,
    clientAppsFile,
    supergraphPath,
    program,
    logged: () => logged.join(''),
    keys,
    accessTokenKey: await readSigningKey(accessTokenKey),
    async ask(query, headers = {}) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...testClientHeaders, ...headers },
        body: JSON.stringify({ query }),
      });
      const text = await response.text();
      return { status: response.status, text, ...(JSON.parse(text) as Omit<Answer, 'status' | 'text'>) };
    },
    async stop() {
      await Promise.all([stopGateway(), identity.stop(), binding.stop()]);
      await rm(folder, { recursive: true });
    },
  };
}

const testClientHeaders = {
  'apollographql-client-name': testClient.app,
  'apollographql-client-version': testClient.version,
};

async function writeDocuments(folder: string, documents: readonly string[]): Promise<string> {
  const operations = documents.map((body) => ({ id: hashOf(body), name: 'Test', type: 'query', body }));
  await mkdir(join(folder, 'documents', testClient.app), { recursive: true });
  await writeFile(
    join(folder, 'documents', testClient.app, `${testClient.version}.json`),
    JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations }),
  );
  return join(folder, 'documents');
}

function startProgram(env: Record<string, string>): ChildProcess {
  const root = join(__dirname, '../../../..');
  return fork(join(__dirname, '../main.ts'), {
    cwd: root,
    execArgv: ['-r', join(root, 'tools/runtime/register.cjs')],
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
}

async function writeSupergraph(folder: string, subgraphs: readonly FakeSubgraph[]): Promise<string> {
  const file = join(folder, 'supergraph.graphql');
  await writeFile(file, composeSmall(subgraphs));
  return file;
}

/** A supergraph of these subgraphs. */
export function composeSmall(subgraphs: readonly Pick<FakeSubgraph, 'name' | 'typeDefs'>[]): string {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(({ name, typeDefs }) => ({ name, url: `http://${name}`, typeDefs: parse(typeDefs) })),
  );
  if (!supergraphSdl) throw new Error(errors?.join('\n'));
  return supergraphSdl;
}
