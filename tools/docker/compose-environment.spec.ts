import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@bindery/service';
import { readOrMakeSecrets } from '../start/data/secrets';
import { developmentOf } from '../start/processes/development';
import { root } from '../start/start-options';
import { portsFrom, programs } from '../start/topology';
import { configShapeOf } from '../generate/env-example';
import { toComposeEnvironments } from './compose-environment';

describe('toComposeEnvironments', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bindery-secrets-'));
  const compose = readFileSync(join(root, 'infra/compose/compose.yaml'), 'utf8');
  let environments: ReturnType<typeof toComposeEnvironments>;

  beforeAll(async () => (environments = toComposeEnvironments(await readOrMakeSecrets(folder))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** What the image and the Compose file say. */
  const inContainer = (name: string) => ({ ...environments.get(name), HOST: '0.0.0.0', KAFKA_BROKERS: 'kafka:9092' });

  it('has an environment for each env file that the Compose file names', () => {
    const named = [...compose.matchAll(/env_file: .*\/([a-z-]+)\.env/g)].map(([, name]) => name);
    expect([...environments.keys()].sort()).toEqual([...new Set(named)].sort());
  });

  it('speaks of containers only, never of this machine but for the health check', () => {
    const values = [...environments.values()]
      .flatMap(({ HEALTH_URL: _own, ...environment }) => Object.values(environment))
      .join('\n');
    expect(values).not.toMatch(/127\.0\.0\.1|localhost/);
    expect(values).not.toContain(root);
    for (const [, host] of values.matchAll(/(?:\/\/|@)([a-z-]+):\d+/g))
      expect(compose).toMatch(new RegExp(`^  ${host}:$`, 'm'));
  });

  it('leaves to the Compose file what a profile changes', () => {
    for (const environment of environments.values())
      for (const name of ['HOST', 'KAFKA_BROKERS', 'ROLES', 'NODE_ENV', 'SUPPORT_URL'])
        expect(environment).not.toHaveProperty(name);
  });

  it('has no password of a database, only where it stands', () => {
    for (const environment of environments.values())
      for (const value of Object.values(environment)) expect(value).not.toMatch(/postgres:\/\/[^@]*:[^@]*@/);
  });

  it.each(programs)('is what %s starts with in production, and is not without TLS', (name) => {
    expect(readConfig(configShapeOf(name), inContainer(name))).toMatchObject({ NODE_ENV: 'production' });
    const plain = Object.fromEntries(
      Object.entries(inContainer(name)).map(([variable, value]) => [
        variable,
        value.replaceAll('https://', 'http://').replaceAll('smtps://', 'smtp://').replace('sslmode=verify-full', ''),
      ]),
    );
    const without = { ...plain, TLS_CERT_FILE: '', KAFKA_TLS: 'off' };
    const words = (() => {
      try {
        readConfig(configShapeOf(name), without);
        return '';
      } catch (error) {
        return String(error);
      }
    })();
    const found = [...words.matchAll(/\n {2}([A-Z_]+): /g)].map(([, variable]) => variable);
    const reached = Object.entries(plain).filter(([, value]) => /^(http|smtp|postgres):|"http:/.test(value));
    const expected = ['HOST', ...reached.map(([variable]) => variable)].filter((variable) => variable !== 'HEALTH_URL');
    if (name !== 'provider-simulator') expected.push('KAFKA_BROKERS');
    expect(found.sort()).toEqual(expected.sort());
  });

  it.each(['gateway', 'identity', 'binding', 'verification', 'notification'] as const)(
    'has nothing of what only development has for %s, which production refuses',
    (name) => {
      const { NODE_ENV: _profile, ...limits } = developmentOf(name, portsFrom(4000));
      for (const variable of Object.keys(limits)) {
        expect(environments.get(name)).not.toHaveProperty(variable);
        expect(() => readConfig(configShapeOf(name), { ...inContainer(name), [variable]: limits[variable] })).toThrow(
          variable,
        );
      }
    },
  );
});
