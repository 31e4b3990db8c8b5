import 'reflect-metadata';
import { systemClock } from '@bindery/kernel';
import { generateKeyPairSync, randomBytes, webcrypto } from 'node:crypto';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  X509CertificateGenerator,
  type Extension,
  type JsonName,
  type X509Certificate,
} from '@peculiar/x509';

/** What both sides of a wallet of passes have: the platform signs with these, and the phones outside trust the root only. */
export interface AppleWalletKeys {
  readonly platform: {
    readonly passTypeIdentifier: string;
    readonly teamIdentifier: string;
    readonly certificate: string;
    readonly intermediate: string;
    readonly signingKey: string;
    readonly tokenSecret: string;
    readonly pushKey: string;
    readonly pushKeyId: string;
  };
  readonly provider: {
    readonly rootCertificate: string;
    readonly passTypeIdentifier: string;
    readonly teamIdentifier: string;
    readonly pushKeyId: string;
    /** Public half of the platform’s `pushKey`, PEM. */
    readonly pushVerification: string;
  };
}

const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
};
/** Longer than Apple’s, which end after a year: the clock of a sandbox may be moved by years. */
const years = 20;

interface Issuer {
  readonly certificate: X509Certificate;
  readonly keys: webcrypto.CryptoKeyPair;
}

async function issue(subject: JsonName, extensions: Extension[], issuer?: Issuer): Promise<Issuer> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  // A day ago: the clocks of two machines differ.
  const notBefore = new Date(systemClock.nowMs() - 24 * 60 * 60_000);
  const notAfter = new Date(notBefore);
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + years);
  const certificate = await X509CertificateGenerator.create(
    {
      serialNumber: `00${randomBytes(15).toString('hex')}`,
      subject,
      issuer: issuer?.certificate.subjectName.toJSON() ?? subject,
      notBefore,
      notAfter,
      publicKey: keys.publicKey,
      signingKey: (issuer ?? { keys }).keys.privateKey,
      signingAlgorithm: algorithm,
      extensions,
    },
    webcrypto as never,
  );
  return { certificate, keys };
}

const authority = (pathLength: number): Extension[] => [
  new BasicConstraintsExtension(true, pathLength, true),
  new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
];
const passType: Extension[] = [
  new BasicConstraintsExtension(false, undefined, true),
  new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
  new ExtendedKeyUsageExtension([ExtendedKeyUsage.clientAuth]),
];

/** Attribute UID (RFC 4519, 2.39), which the library has no short name for. */
const userId = '0.9.2342.19200300.100.1.1';
const named = (name: string): JsonName => [{ CN: [name] }, { O: ['Test of Bindery'] }, { C: ['CN'] }];

const pem = ({ certificate }: Issuer): string => certificate.toString('pem');

/** A chain as Apple’s is, made for one system: a root, the intermediate that stands for WWDR, and the certificate of a pass type; and the key for APNs. */
export async function makeAppleWalletKeys(
  passTypeIdentifier = 'pass.example.bindery.membership',
  teamIdentifier = 'BINDERY001',
): Promise<AppleWalletKeys> {
  const root = await issue(named('Test Root CA of Passes'), authority(1));
  const intermediate = await issue(named('Test Worldwide Developer Relations CA'), authority(0), root);
  const subject = [
    { [userId]: [passTypeIdentifier] },
    ...named(`Pass Type ID: ${passTypeIdentifier}`),
    { OU: [teamIdentifier] },
  ];
  const leaf = await issue(subject, passType, intermediate);
  const push = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const pushKeyId = randomBytes(5).toString('hex').toUpperCase();
  const signingKey = PemConverter.encode(
    await webcrypto.subtle.exportKey('pkcs8', leaf.keys.privateKey),
    PemConverter.PrivateKeyTag,
  );
  const shared = { passTypeIdentifier, teamIdentifier, pushKeyId };
  return {
    platform: {
      ...shared,
      certificate: pem(leaf),
      intermediate: pem(intermediate),
      signingKey,
      tokenSecret: randomBytes(32).toString('base64'),
      pushKey: push.privateKey,
    },
    provider: { ...shared, rootCertificate: pem(root), pushVerification: push.publicKey },
  };
}
