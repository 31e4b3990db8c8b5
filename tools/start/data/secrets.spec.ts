import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logins, passfileOf, passwordOf, superuser } from './passwords';
import { readOrMakeSecrets } from './secrets';

describe('the secrets of a data folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bindery-secrets-'));
  const file = join(folder, 'secrets.json');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const written = () => JSON.parse(readFileSync(file, 'utf8')) as object;

  it('are the same ever after, and nobody else may read them', async () => {
    const made = await readOrMakeSecrets(folder);
    expect(await readOrMakeSecrets(folder)).toEqual(made);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('are completed for a subgraph and a provider that came since, and the others stay', async () => {
    const whole = await readOrMakeSecrets(folder);
    const { binding: _key, ...gatewayKeys } = whole.gatewayKeys;
    const { cloudgate: _keys, ...providerKeys } = whole.providerKeys;
    writeFileSync(file, JSON.stringify({ ...whole, gatewayKeys, providerKeys }));
    const completed = await readOrMakeSecrets(folder);
    expect(completed.gatewayKeys).toEqual({ ...gatewayKeys, binding: expect.stringContaining('key_') as string });
    const secret = expect.stringMatching(/^whsec_/) as string;
    expect(completed.providerKeys).toEqual({
      ...providerKeys,
      cloudgate: { platform: { secret }, provider: { secret } },
    });
    expect(written()).toEqual(completed);
  });

  it('keep what providers signed with before each side had keys of its own', async () => {
    const { providerKeys: _keys, ...before } = await readOrMakeSecrets(folder);
    writeFileSync(file, JSON.stringify({ ...before, providerSecrets: { cloudgate: 'whsec_of-before' } }));
    const { cloudgate } = (await readOrMakeSecrets(folder)).providerKeys;
    expect(cloudgate).toEqual({ platform: { secret: 'whsec_of-before' }, provider: { secret: 'whsec_of-before' } });
    expect(written()).not.toHaveProperty('providerSecrets');
  });

  it('are beside a password for each login, and none is the same', async () => {
    await readOrMakeSecrets(folder);
    const passwords = logins.map((login) => passwordOf(folder, login));
    expect(new Set(passwords).size).toBe(logins.length);
    for (const password of passwords) expect(password).toMatch(/^[\w-]{32}$/);
    for (const login of logins) expect(statSync(passfileOf(folder, login)).mode & 0o077).toBe(0);
  });

  it('move on from a folder that had one password for all: the server keeps its superuser, the rest is new', async () => {
    const old = { postgresPassword: 'of-the-server', ownerPassword: 'of-all-owners', appPassword: 'of-all-services' };
    writeFileSync(file, JSON.stringify({ ...(await readOrMakeSecrets(folder)), ...old }));
    rmSync(join(folder, 'passwords'), { recursive: true });
    await readOrMakeSecrets(folder);
    expect(passwordOf(folder, superuser)).toBe(old.postgresPassword);
    expect(new Set(logins.map((login) => passwordOf(folder, login))).size).toBe(logins.length);
    expect(readFileSync(file, 'utf8')).not.toMatch(/of-the-server|of-all/);
    await readOrMakeSecrets(folder);
    expect(passwordOf(folder, superuser)).toBe(old.postgresPassword);
  });

  it('are not made up for a server that is there already', async () => {
    await readOrMakeSecrets(folder);
    mkdirSync(join(folder, 'postgres'));
    rmSync(join(folder, 'passwords', superuser), { recursive: true });
    await expect(readOrMakeSecrets(folder)).rejects.toThrow('passwords cannot be read');
    rmSync(join(folder, 'postgres'), { recursive: true });
  });

  it('are not made up where one is missing that data depends on', async () => {
    const { contactKeys: _lost, ...left } = await readOrMakeSecrets(folder);
    writeFileSync(file, JSON.stringify(left));
    await expect(readOrMakeSecrets(folder)).rejects.toThrow('cannot be read');
    expect(written()).toEqual(left);
  });
});
