import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { newId } from '@bindery/kernel';
import {
  generateGatewayKeys,
  joinGatewayKeys,
  generateSigningKey,
  readSigningKey,
  signAccessToken,
  toPublicKeySet,
} from '@bindery/trust';
import { root } from '../../start/start-options';
import { benchClient, registerDocuments } from './register-documents';
import { register, replyTo, startContender, type Contender } from './contender';

export interface GatewayWorld {
  /** Our gateway as it stands in a checkout, by default this one. */
  startOurs(
    execArgv?: readonly string[],
    env?: Readonly<Record<string, string>>,
    checkout?: string,
  ): Promise<Contender>;
  startPlain(execArgv?: readonly string[]): Promise<Contender>;
  /** An access token that was not used before; they are made ahead, so that making them is not measured. */
  nextToken(): string;
  makeTokens(count: number): Promise<void>;
  /** Subgraph requests since the last call, and how many of them said for nobody. */
  takeCalls(): Promise<{ calls: number; strangers: number }>;
  stop(): void;
}

/** The subgraphs in a process of their own, and what gateways need to stand in front of them. */
export async function startGatewayWorld(): Promise<GatewayWorld> {
  const accessTokenKey = await generateSigningKey();
  const child = fork(join(__dirname, 'subgraphs.child.ts'), [], {
    cwd: root,
    env: { PATH: process.env.PATH, JWKS: toPublicKeySet(accessTokenKey) },
    execArgv: register,
  });
  const [{ urls }] = (await once(child, 'message')) as [{ urls: Record<string, string> }];
  const key = await readSigningKey(accessTokenKey);
  const tokens: string[] = [];
  const env = {
    SUBGRAPH_URLS: JSON.stringify(urls),
    ACCESS_TOKEN_JWKS_URL: `${urls.identity}/.well-known/jwks.json`,
    SUBGRAPH_KEYS: joinGatewayKeys(Object.fromEntries(Object.keys(urls).map((name) => [name, generateGatewayKeys()]))),
    LOG_LEVEL: 'warn',
  };
  // Production would refuse a limit that is none, and plain HTTP.
  const door = { NODE_ENV: 'test', DOCUMENTS_PATH: await registerDocuments(), REQUESTS_PER_ADDRESS: '1000000' };
  return {
    startOurs: (execArgv, own, checkout) =>
      startContender('apps/gateway/src/main.ts', { ...env, ...door, ...own }, execArgv, checkout),
    startPlain: (execArgv) => startContender('tools/bench/gateway/plain.child.ts', env, execArgv),
    nextToken() {
      const token = tokens.pop();
      if (!token) throw new Error('more requests than tokens were made for');
      return token;
    },
    async makeTokens(count) {
      // Those left over from a slow round may be about to expire.
      tokens.length = 0;
      while (tokens.length < count) {
        const holder = {
          accountId: newId('account'),
          sessionId: newId('session'),
          deviceId: newId('device'),
          assuranceLevel: 'AAL1' as const,
          app: benchClient.app,
          locale: 'en',
        };
        tokens.push((await signAccessToken(holder, new Date(), key)).token);
      }
    },
    takeCalls: async () => (await replyTo(child, 'calls')) as { calls: number; strangers: number },
    stop: () => void child.kill('SIGKILL'),
  };
}
