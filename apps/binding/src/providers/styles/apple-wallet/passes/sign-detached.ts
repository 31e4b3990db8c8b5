import { createPrivateKey, webcrypto, X509Certificate } from 'node:crypto';
import { ObjectIdentifier, OctetString, UTCTime } from 'asn1js';
import {
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';

/** Object identifiers of PKCS #7 and #9 (RFC 5652, 11). */
const oid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
};

interface Signer {
  /** PEM of the signer, of what issued it, and of the signer's private key (PKCS#8, RSA). */
  readonly certificate: string;
  readonly intermediate: string;
  readonly signingKey: string;
}

/** A detached signature over bytes with both certificates in it, in DER. */
export type SignDetached = (bytes: Uint8Array, at: Date) => Promise<Buffer>;

/** Signs as Apple wants a manifest signed: PKCS #7, detached, with the signing time and the intermediate. The key works outside of JavaScript. */
export function createSignDetached({ certificate, intermediate, signingKey }: Signer): SignDetached {
  const signer = readCertificate(certificate);
  const issuer = readCertificate(intermediate);
  const key = webcrypto.subtle.importKey(
    'pkcs8',
    createPrivateKey(signingKey).export({ format: 'der', type: 'pkcs8' }),
    { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  // Whoever signs hears of a key that cannot be used.
  key.catch(() => undefined);

  return async (bytes, at) => {
    const digest = await webcrypto.subtle.digest('SHA-256', bytes);
    const attributes = [
      new Attribute({ type: oid.contentType, values: [new ObjectIdentifier({ value: oid.data })] }),
      new Attribute({ type: oid.signingTime, values: [new UTCTime({ valueDate: at })] }),
      new Attribute({ type: oid.messageDigest, values: [new OctetString({ valueHex: digest })] }),
    ];
    const signed = new SignedData({
      version: 1,
      encapContentInfo: new EncapsulatedContentInfo({ eContentType: oid.data }),
      certificates: [signer, issuer],
      signerInfos: [
        new SignerInfo({
          version: 1,
          sid: new IssuerAndSerialNumber({ issuer: signer.issuer, serialNumber: signer.serialNumber }),
          signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
        }),
      ],
    });
    await signed.sign(await key, 0, 'SHA-256', bytes.slice().buffer);
    const content = new ContentInfo({ contentType: oid.signedData, content: signed.toSchema(true) });
    return Buffer.from(content.toSchema().toBER());
  };
}

const readCertificate = (pem: string): Certificate => Certificate.fromBER(new Uint8Array(new X509Certificate(pem).raw));
