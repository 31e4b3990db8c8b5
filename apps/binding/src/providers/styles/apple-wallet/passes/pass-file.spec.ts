import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { TestClock } from '@bindery/kernel';
import { makeAppleWalletKeys, type AppleWalletKeys } from '@bindery/simulated-world';
import { passAccess, type PassAccess } from '../access';
import { aPass } from '../testing/a-pass';
import { createMakePassFile } from './make-pass-file';
import type { Pass } from './pass.rules';

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
const withOpenssl = hasOpenssl ? it : it.skip;

describe('the file of a pass', () => {
  const clock = new TestClock(new Date());
  let keys: AppleWalletKeys;
  let access: PassAccess;
  let folder: string;
  beforeAll(async () => {
    keys = await makeAppleWalletKeys();
    access = passAccess.parse({ baseUrl: 'http://127.0.0.1:9', ...keys.platform });
    folder = mkdtempSync(join(tmpdir(), 'pass-'));
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  const make = (pass: Partial<Pass> = {}) =>
    createMakePassFile({
      access,
      clock,
      webServiceUrl: 'https://bindery.example/passes/apple-wallet',
      tokenOf: () => 'a-token-of-more-than-16',
    })(aPass({ passType: access.passTypeIdentifier, ...pass }));
  const readPass = async (pass: Partial<Pass>) =>
    JSON.parse(Buffer.from(unzipSync(await make(pass))['pass.json'] ?? []).toString('utf8'));
  /** Writes the files of a pass where OpenSSL finds them; answers their names. */
  function unpack(bytes: Buffer): string[] {
    const files = Object.entries(unzipSync(bytes));
    for (const [name, content] of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    writeFileSync(join(folder, 'root.pem'), keys.provider.rootCertificate);
    return files.map(([name]) => name);
  }
  const openssl = (...args: string[]) => spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' });
  const verify = (root = 'root.pem', command = 'smime') =>
    openssl(
      command,
      '-verify',
      '-inform',
      'DER',
      '-in',
      'signature',
      '-content',
      'manifest.json',
      '-binary',
      '-CAfile',
      root,
      '-purpose',
      'any',
      '-out',
      'out',
    );

  withOpenssl(
    'is signed as OpenSSL finds good, by the pass type’s certificate below the intermediate below the root',
    async () => {
      unpack(await make());
      expect(verify()).toMatchObject({ status: 0, stderr: expect.stringContaining('Verification successful') });
      expect(verify('root.pem', 'cms')).toMatchObject({ status: 0 });
      const { stdout } = openssl('pkcs7', '-inform', 'DER', '-in', 'signature', '-print_certs', '-noout');
      expect(stdout).toMatch(new RegExp(`UID ?= ?${access.passTypeIdentifier.replaceAll('.', '\\.')}`));
      expect(stdout).toMatch(new RegExp(`OU ?= ?${access.teamIdentifier}`));
      expect(stdout).toContain('Worldwide Developer Relations');
      const printed = openssl('cms', '-cmsout', '-print', '-noout', '-inform', 'DER', '-in', 'signature').stdout;
      expect(printed).toMatch(/signingTime/);
      expect(printed).toMatch(/eContent: <ABSENT>/);
    },
  );

  withOpenssl(
    'is refused by OpenSSL with another root, and when a byte of the manifest is another',
    async () => {
      unpack(await make());
      writeFileSync(join(folder, 'other.pem'), (await makeAppleWalletKeys()).provider.rootCertificate);
      expect(verify('other.pem').status).not.toBe(0);
      writeFileSync(join(folder, 'manifest.json'), '{}');
      expect(verify().status).not.toBe(0);
    },
    60_000,
  );

  withOpenssl('has the SHA-1 of every other file in its manifest, as OpenSSL counts it', async () => {
    const names = unpack(await make()).filter((name) => name !== 'manifest.json' && name !== 'signature');
    const manifest = JSON.parse(Buffer.from(unzipSync(await make())['manifest.json'] ?? []).toString('utf8'));
    expect(Object.keys(manifest).sort()).toEqual([...names].sort());
    for (const name of names)
      expect(
        execFileSync('openssl', ['dgst', '-sha1', '-r', name], { cwd: folder, encoding: 'utf8' }).split(' ')[0],
      ).toBe(manifest[name]);
  });

  it('has Apple’s images and a string table for each language', async () => {
    const files = unzipSync(await make());
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining([
        'icon.png',
        'icon@2x.png',
        'icon@3x.png',
        'logo.png',
        'en.lproj/pass.strings',
        'zh-Hans.lproj/pass.strings',
      ]),
    );
    const keysOf = (name: string) =>
      [
        ...Buffer.from(files[name] ?? [])
          .toString('utf8')
          .matchAll(/^"([^"]+)" = "[^"]+";$/gm),
      ].map(([, key]) => key);
    expect(keysOf('zh-Hans.lproj/pass.strings')).toEqual(keysOf('en.lproj/pass.strings'));
    expect(keysOf('en.lproj/pass.strings').length).toBeGreaterThan(10);
  });

  it('shows a code while it is valid only, and forgets its holder when it is void', async () => {
    const valid = await readPass({});
    expect(valid).toMatchObject({
      formatVersion: 1,
      voided: false,
      authenticationToken: 'a-token-of-more-than-16',
      barcodes: [{ format: 'PKBarcodeFormatQR', message: aPass().credentialReference }],
    });
    const suspended = await readPass({ standing: 'SUSPENDED' });
    expect(suspended).toMatchObject({ voided: false });
    const voided = await readPass({ standing: 'VOIDED' });
    expect(voided).toMatchObject({ voided: true });
    for (const without of [suspended, voided]) {
      expect(without).not.toHaveProperty('barcodes');
      expect(JSON.stringify(without)).not.toContain(aPass().credentialReference);
    }
    expect(JSON.stringify(voided)).not.toContain(aPass().holderName);
  });

  it('says of its holder the name and nothing else', async () => {
    const text = JSON.stringify(await readPass({ operationId: 'operation_secret' }));
    expect(text).toContain(aPass().holderName);
    expect(text).not.toContain('operation_secret');
  });

  it('is another to the byte only for what it says', async () => {
    const hash = async (pass: Partial<Pass>) =>
      createHash('sha256')
        .update(Buffer.from(unzipSync(await make(pass))['manifest.json'] ?? []))
        .digest('hex');
    expect(await hash({})).toBe(await hash({}));
    expect(await hash({ standing: 'SUSPENDED' })).not.toBe(await hash({}));
  });
});

describe('what a provider of passes is given', () => {
  it('is refused at the start where certificate, key, pass type and team do not belong together', async () => {
    const [one, other] = [
      (await makeAppleWalletKeys()).platform,
      (await makeAppleWalletKeys('pass.example.other')).platform,
    ];
    const faults = (changes: object) =>
      passAccess
        .safeParse({ baseUrl: 'https://api.push.apple.com', ...one, ...changes })
        .error?.issues.map(({ path }) => path[0]);
    expect(faults({})).toBeUndefined();
    expect(faults({ signingKey: other.signingKey })).toEqual(['signingKey']);
    expect(faults({ intermediate: other.intermediate })).toEqual(['intermediate']);
    expect(faults({ passTypeIdentifier: 'pass.example.bindery' })).toEqual(['passTypeIdentifier']);
    expect(faults({ teamIdentifier: 'ANOTHER001' })).toEqual(['teamIdentifier']);
    expect(faults({ certificate: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----' })).toEqual([
      'certificate',
    ]);
    expect(faults({ tokenSecret: 'short' })).toEqual(['tokenSecret']);
    expect(faults({ pushkey: 'x' })).toEqual([undefined]);
  }, 60_000);
});
