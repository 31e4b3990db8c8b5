import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOrMakeSecrets } from '../start/data/secrets';
import { root } from '../start/start-options';
import { toComposeEnvironments } from './compose-environment';

describe('toComposeEnvironments', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bindery-secrets-'));
  const compose = readFileSync(join(root, 'infra/compose/compose.yaml'), 'utf8');
  let environments: ReturnType<typeof toComposeEnvironments>;

  beforeAll(async () => (environments = toComposeEnvironments(await readOrMakeSecrets(folder))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has an environment for each env file that the Compose file names', () => {
    const named = [...compose.matchAll(/env_file: .*\/([a-z-]+)\.env/g)].map(([, name]) => name);
    expect([...environments.keys()].sort()).toEqual(named.sort());
  });

  it('speaks of containers only, never of this machine', () => {
    const values = [...environments.values()].flatMap((environment) => Object.values(environment)).join('\n');
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
});
