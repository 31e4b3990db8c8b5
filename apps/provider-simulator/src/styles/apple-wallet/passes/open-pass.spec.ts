import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { makeAppleWalletKeys, type AppleWalletKeys } from '@bindery/simulated-world';
import { openPass } from './open-pass';

/** Passes here are made and signed by OpenSSL, which knows nothing of the platform. */
const describeWithOpenssl = spawnSync('openssl', ['version']).status === 0 ? describe : describe.skip;

describeWithOpenssl('a pass that a phone opens', () => {
  let keys: AppleWalletKeys;
  let folder: string;
  const now = new Date();
  beforeAll(async () => {
    keys = await makeAppleWalletKeys();
    folder = mkdtempSync(join(tmpdir(), 'phone-'));
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  const passJson = (changes: object = {}) => ({
    formatVersion: 1,
    passTypeIdentifier: keys.platform.passTypeIdentifier,
    teamIdentifier: keys.platform.teamIdentifier,
    serialNumber: 'abc',
    organizationName: 'Somebody',
    description: 'A pass',
    webServiceURL: 'https://issuer.example/passes',
    authenticationToken: 'a-token-of-16-or-more',
    generic: {
      headerFields: [{ key: 'standing', label: 'standing', value: 'ok' }],
      primaryFields: [],
      secondaryFields: [],
      backFields: [],
    },
    barcodes: [{ format: 'PKBarcodeFormatQR', message: 'ref' }],
    ...changes,
  });

  function sign(manifest: Buffer, { platform }: AppleWalletKeys = keys, digest = 'sha256'): Buffer {
    const at = (name: string, content: string | Buffer) => {
      writeFileSync(join(folder, name), content);
      return name;
    };
    at('manifest.json', manifest);
    at('leaf.pem', platform.certificate);
    at('wwdr.pem', platform.intermediate);
    at('key.pem', platform.signingKey);
    execFileSync(
      'openssl',
      [
        'smime',
        '-sign',
        '-binary',
        '-md',
        digest,
        '-in',
        'manifest.json',
        '-signer',
        'leaf.pem',
        '-inkey',
        'key.pem',
        '-certfile',
        'wwdr.pem',
        '-outform',
        'DER',
        '-out',
        'signature',
      ],
      { cwd: folder },
    );
    return readFileSync(join(folder, 'signature'));
  }

  interface Making {
    readonly pass?: object;
    readonly signedBy?: AppleWalletKeys;
    readonly digest?: string;
    /** Changes files after they were signed. */
    readonly afterwards?: (files: Record<string, Uint8Array>) => void;
  }
  function make({ pass, signedBy, digest, afterwards }: Making = {}): Uint8Array {
    const files: Record<string, Uint8Array> = {
      'pass.json': Buffer.from(JSON.stringify(passJson(pass))),
      'icon.png': Buffer.from('icon'),
      'zh-Hans.lproj/pass.strings': Buffer.from('"standing" = "状态";\n"ok" = "说\\"好\\"";\n'),
    };
    const hashes = Object.entries(files).map(([name, bytes]) => [name, createHash('sha1').update(bytes).digest('hex')]);
    const manifest = Buffer.from(JSON.stringify(Object.fromEntries(hashes)));
    Object.assign(files, { 'manifest.json': manifest, signature: sign(manifest, signedBy, digest) });
    afterwards?.(files);
    return zipSync(files);
  }
  const open = (bytes: Uint8Array, at = now) => {
    const opened = openPass(bytes, keys.provider, at);
    return opened.ok ? opened.value : opened.error.kind;
  };

  it('is taken when it is whole and signed below the root, and read in both languages', () => {
    expect(open(make())).toMatchObject({
      serialNumber: 'abc',
      voided: false,
      barcode: 'ref',
      shown: { en: [{ label: 'standing', value: 'ok' }], 'zh-CN': [{ label: '状态', value: '说"好"' }] },
    });
  });

  it('is refused when it is signed below another root, or for another pass type or team', async () => {
    const stranger = await makeAppleWalletKeys(keys.platform.passTypeIdentifier, keys.platform.teamIdentifier);
    expect(open(make({ signedBy: stranger }))).toBe('ISSUER_UNTRUSTED');
    expect(open(make({ pass: { passTypeIdentifier: 'pass.somebody.else' } }))).toBe('ISSUER_UNTRUSTED');
    expect(open(make({ pass: { teamIdentifier: 'OTHERTEAM1' } }))).toBe('ISSUER_UNTRUSTED');
  }, 60_000);

  it('is refused when its certificates are over, or not yet valid, or its digest is a weak one', () => {
    const years = (count: number) => new Date(now.getTime() + count * 365.25 * 24 * 60 * 60_000);
    expect(open(make(), years(21))).toBe('ISSUER_UNTRUSTED');
    expect(open(make(), years(-1))).toBe('ISSUER_UNTRUSTED');
    expect(open(make({ digest: 'sha1' }))).toBe('ISSUER_UNTRUSTED');
  });

  it('is refused when a file was changed, added or taken away after it was signed', () => {
    const changed = (afterwards: Making['afterwards']) => open(make({ afterwards }));
    expect(
      changed((files) => (files['pass.json'] = Buffer.from(JSON.stringify(passJson({ serialNumber: 'b' }))))),
    ).toBe('MANIFEST_MISMATCH');
    expect(changed((files) => (files['logo.png'] = Buffer.from('logo')))).toBe('MANIFEST_MISMATCH');
    expect(changed((files) => delete files['zh-Hans.lproj/pass.strings'])).toBe('MANIFEST_MISMATCH');
    // A manifest that fits the change has another signature.
    expect(
      changed((files) => {
        files['pass.json'] = Buffer.from(JSON.stringify(passJson({ serialNumber: 'b' })));
        const { 'manifest.json': _, signature: _signature, ...rest } = files;
        const hashes = Object.entries(rest).map(([name, bytes]) => [
          name,
          createHash('sha1').update(bytes).digest('hex'),
        ]);
        files['manifest.json'] = Buffer.from(JSON.stringify(Object.fromEntries(hashes)));
      }),
    ).toBe('ISSUER_UNTRUSTED');
  });

  it('is none when it is no zip, lacks what each pass has, or is more than a pass', () => {
    expect(open(Buffer.from('no zip'))).toBe('NOT_A_PASS');
    expect(open(zipSync({ 'pass.json': Buffer.from('{}') }))).toBe('NOT_A_PASS');
    expect(open(make({ pass: { serialNumber: undefined } }))).toBe('NOT_A_PASS');
    expect(open(make({ pass: { webServiceURL: 'ftp://issuer.example' } }))).toBe('NOT_A_PASS');
    expect(open(make({ pass: { authenticationToken: 'short' } }))).toBe('NOT_A_PASS');
    expect(open(make({ afterwards: (files) => (files['logo.png'] = Buffer.alloc(600_000)) }))).toBe('NOT_A_PASS');
  });
});
