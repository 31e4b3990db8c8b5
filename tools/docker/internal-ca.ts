import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// A small authority for the containers of one Compose project, by openssl: its key never leaves its folder, and no container has it.

const daysOfAuthority = 3650;
const daysOfCertificate = 397;
/** A certificate with less left than this is made anew. */
const renewBeforeSeconds = 30 * 24 * 60 * 60;

export interface Authority {
  /** PEM of its certificate, for whoever shall trust it. */
  readonly certificateFile: string;
  /**
   * Makes a key and a certificate for a container, or leaves those that last, and puts them with the authority's into `folder`:
   * `tls.key`, `tls.crt`, `ca.pem`, and `keystore.pem`, which is the first two in one. Answers whether they are new.
   */
  certify(name: string, folder: string, renew?: boolean): boolean;
}

/** Opens the authority of a folder, and makes it where there is none. Files are for their owner only. */
export function openAuthority(folder: string): Authority {
  makePrivate(folder);
  const key = join(folder, 'ca.key');
  const certificateFile = join(folder, 'ca.pem');
  const authority = { key, certificateFile, folder };
  if (!existsSync(certificateFile)) makeAuthority(authority);
  return {
    certificateFile,
    certify(name, into, renew = false) {
      makePrivate(into);
      if (!renew && lasts(join(into, 'tls.crt'))) return false;
      issue(authority, name, into);
      copyFileSync(certificateFile, join(into, 'ca.pem'));
      const keyAndCertificate = ['tls.key', 'tls.crt'].map((file) => readFileSync(join(into, file), 'utf8'));
      writeFileSync(join(into, 'keystore.pem'), keyAndCertificate.join(''));
      for (const file of ['tls.key', 'tls.crt', 'ca.pem', 'keystore.pem']) chmodSync(join(into, file), 0o600);
      return true;
    },
  };
}

interface AuthorityFiles {
  readonly key: string;
  readonly certificateFile: string;
  readonly folder: string;
}

function makeAuthority({ key, certificateFile }: AuthorityFiles): void {
  makeKey(key);
  const extensions = ['basicConstraints=critical,CA:TRUE,pathlen:0', 'keyUsage=critical,keyCertSign,cRLSign'];
  openssl(
    ['req', '-x509', '-new', '-key', key, '-days', String(daysOfAuthority), '-subj', '/CN=Bindery internal CA'],
    extensions.flatMap((extension) => ['-addext', extension]),
    ['-out', certificateFile],
  );
  chmodSync(certificateFile, 0o600);
}

function issue({ key, certificateFile, folder }: AuthorityFiles, name: string, into: string): void {
  const request = join(folder, `${name}.csr`);
  const extensions = join(folder, `${name}.ext`);
  makeKey(join(into, 'tls.key'));
  openssl(['req', '-new', '-key', join(into, 'tls.key'), '-subj', `/CN=${name}`, '-out', request]);
  writeFileSync(extensions, extensionsFor(name).join('\n'));
  openssl(
    ['x509', '-req', '-in', request, '-CA', certificateFile, '-CAkey', key, '-days', String(daysOfCertificate)],
    ['-set_serial', `0x${randomBytes(16).toString('hex')}`, '-extfile', extensions, '-out', join(into, 'tls.crt')],
  );
  for (const file of [request, extensions]) rmSync(file);
}

/** By its own name for other containers, by the others for its health check and for what is open on loopback. */
const extensionsFor = (name: string): readonly string[] => [
  `subjectAltName=DNS:${name},DNS:localhost,IP:127.0.0.1`,
  'basicConstraints=critical,CA:FALSE',
  'keyUsage=critical,digitalSignature',
  'extendedKeyUsage=serverAuth,clientAuth',
];

/** P-256 in PKCS 8, which PostgreSQL, Kafka and Node all read. */
function makeKey(file: string): void {
  openssl(['genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', file]);
  chmodSync(file, 0o600);
}

function lasts(certificate: string): boolean {
  if (!existsSync(certificate)) return false;
  try {
    openssl(['x509', '-checkend', String(renewBeforeSeconds), '-noout', '-in', certificate]);
    return true;
  } catch {
    return false;
  }
}

function openssl(...args: readonly (readonly string[])[]): void {
  try {
    execFileSync('openssl', args.flat(), { stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new Error('openssl is needed to make the certificates of the containers. Install it and try again.');
    throw error;
  }
}

function makePrivate(folder: string): void {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
}
