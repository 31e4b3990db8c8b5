import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
    const { cloudgate: _secret, ...providerSecrets } = whole.providerSecrets;
    writeFileSync(file, JSON.stringify({ ...whole, gatewayKeys, providerSecrets }));
    const completed = await readOrMakeSecrets(folder);
    expect(completed.gatewayKeys).toEqual({ ...gatewayKeys, binding: expect.stringContaining('key_') as string });
    expect(completed.providerSecrets).toEqual({
      ...providerSecrets,
      cloudgate: expect.stringMatching(/^whsec_/) as string,
    });
    expect(written()).toEqual(completed);
  });

  it('are not made up where one is missing that data depends on', async () => {
    const { contactKeys: _lost, ...left } = await readOrMakeSecrets(folder);
    writeFileSync(file, JSON.stringify(left));
    await expect(readOrMakeSecrets(folder)).rejects.toThrow('cannot be read');
    expect(written()).toEqual(left);
  });
});
