import 'reflect-metadata';
import { webcrypto, X509Certificate } from 'node:crypto';
import { X509CertificateGenerator } from '@peculiar/x509';

const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};

/** A certificate as a payment platform signs with; nobody has its private key. */
export async function makeCertificate({ from, until }: { readonly from: Date; readonly until: Date }) {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const made = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=Tenpay.com sign',
    notBefore: from,
    notAfter: until,
    signingAlgorithm: algorithm,
    keys,
  });
  const pem = made.toString('pem');
  return { serial: new X509Certificate(pem).serialNumber, pem, from, until };
}
