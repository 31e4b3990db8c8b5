import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAuthority } from './internal-ca';

const day = 24 * 60 * 60_000;

describe('the authority of the containers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bindery-ca-'));
  const tls = join(folder, 'tls');
  const into = join(folder, 'binding');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const read = (file: string) => new X509Certificate(readFileSync(file));

  it('certifies a container by its name, for itself and for loopback', () => {
    const authority = openAuthority(tls);
    expect(authority.certify('binding', into)).toBe(true);
    const certificate = read(join(into, 'tls.crt'));
    expect(certificate.verify(read(authority.certificateFile).publicKey)).toBe(true);
    expect(certificate.subject).toBe('CN=binding');
    expect(certificate.subjectAltName).toBe('DNS:binding, DNS:localhost, IP Address:127.0.0.1');
    expect(certificate.ca).toBe(false);
    // Browsers and CAs take no longer one: https://cabforum.org/working-groups/server/baseline-requirements/
    expect(Date.parse(certificate.validTo) - Date.now()).toBeLessThan(398 * day);
    expect(readFileSync(join(into, 'keystore.pem'), 'utf8')).toMatch(/BEGIN PRIVATE KEY[^]*BEGIN CERTIFICATE/);
  });

  it('is for its owner only, and so is what it makes', () => {
    for (const place of [tls, into]) {
      expect(statSync(place).mode & 0o077).toBe(0);
      for (const file of readdirSync(place))
        expect(`${file} ${statSync(join(place, file)).mode & 0o077}`).toBe(`${file} 0`);
    }
    expect(readdirSync(tls).sort()).toEqual(['ca.key', 'ca.pem']);
  });

  it('stays, and so do certificates that last; asked to, it makes them anew', () => {
    const before = read(join(into, 'tls.crt')).serialNumber;
    const authority = openAuthority(tls);
    expect(authority.certify('binding', into)).toBe(false);
    expect(read(join(into, 'tls.crt')).serialNumber).toBe(before);
    expect(authority.certify('binding', into, true)).toBe(true);
    expect(read(join(into, 'tls.crt')).serialNumber).not.toBe(before);
    expect(read(join(into, 'tls.crt')).verify(read(authority.certificateFile).publicKey)).toBe(true);
  });
});
