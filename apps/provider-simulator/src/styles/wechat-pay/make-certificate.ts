// Certificates are made with the help of decorators, which want it.
import 'reflect-metadata';
import { KeyObject, webcrypto, X509Certificate } from 'node:crypto';
import { X509CertificateGenerator } from '@peculiar/x509';
import type { PlatformCertificate } from '../../records/platform-certificate';

const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};
const yearMs = 365 * 24 * 60 * 60_000;
const generate = () => webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);

/** A certificate that WeChat Pay signs with, of an authority of its own, for five years as the real ones are. */
export async function makeCertificate(now: Date): Promise<PlatformCertificate> {
  const [authority, keys] = await Promise.all([generate(), generate()]);
  const from = new Date(Math.floor(now.getTime() / 1000) * 1000);
  const until = new Date(from.getTime() + 5 * yearMs);
  const made = await X509CertificateGenerator.create({
    issuer: 'C=CN, O=Tenpay.com, OU=Tenpay.com CA Center, CN=Tenpay.com Root CA',
    subject: 'C=CN, O=Tenpay.com, OU=Tenpay.com CA Center, CN=Tenpay.com sign',
    notBefore: from,
    notAfter: until,
    signingAlgorithm: algorithm,
    publicKey: keys.publicKey,
    signingKey: authority.privateKey,
  });
  const pem = made.toString('pem');
  const privateKey = KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' }).toString();
  return {
    serial: new X509Certificate(pem).serialNumber,
    pem,
    privateKey,
    from: from.toISOString(),
    until: until.toISOString(),
  };
}
