import { createHash, createPublicKey, timingSafeEqual, verify, X509Certificate } from 'node:crypto';
import { ContentInfo, id_messageDigest, id_signedData, SignedData, type SignerInfo } from '@peculiar/asn1-cms';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';

const sha256 = '2.16.840.1.101.3.4.2.1';

/**
 * The certificate that signed `bytes` (PKCS #7, detached, RFC 5652, 5.4 and 5.6), if it was issued by an intermediate in the signature that the
 * trusted root issued, and all three are valid at `now`; undefined otherwise.
 */
export function verifySignature(
  signature: Uint8Array,
  bytes: Uint8Array,
  root: X509Certificate,
  now: Date,
): X509Certificate | undefined {
  try {
    const signed = readSignedData(signature);
    const certificates = (signed.certificates ?? []).flatMap(({ certificate }) =>
      certificate ? [new X509Certificate(Buffer.from(AsnConvert.serialize(certificate)))] : [],
    );
    const [info, ...others] = signed.signerInfos;
    if (!info || others.length > 0) return undefined;
    const signer = certificates.find(({ serialNumber }) => serialNumber === serialOf(info));
    if (!signer || !hasSigned(info, signer, bytes)) return undefined;
    const intermediate = certificates.find((each) => isIssuedBy(signer, each));
    if (!intermediate || !isIssuedBy(intermediate, root) || signer.ca) return undefined;
    return [signer, intermediate, root].every((each) => isValidAt(each, now)) ? signer : undefined;
  } catch {
    return undefined;
  }
}

function readSignedData(signature: Uint8Array): SignedData {
  const { contentType, content } = AsnConvert.parse(signature, ContentInfo);
  if (contentType !== id_signedData) throw new Error('is no signed data');
  return AsnConvert.parse(content, SignedData);
}

/** As Node writes a serial number: hexadecimal, without what only says that it is positive. */
function serialOf({ sid }: SignerInfo): string {
  const serial = sid.issuerAndSerialNumber?.serialNumber ?? new ArrayBuffer(0);
  return Buffer.from(serial)
    .toString('hex')
    .toUpperCase()
    .replace(/^(00)+(?=.)/, '');
}

function hasSigned(info: SignerInfo, signer: X509Certificate, bytes: Uint8Array): boolean {
  if (info.digestAlgorithm.algorithm !== sha256) return false;
  const digest = info.signedAttrs?.find(({ attrType }) => attrType === id_messageDigest)?.attrValues[0];
  const told = digest && Buffer.from(AsnConvert.parse(digest, OctetString).buffer);
  const found = createHash('sha256').update(bytes).digest();
  if (told?.length !== found.length || !timingSafeEqual(told, found)) return false;
  const attributes = toSetOf((info.signedAttrs ?? []).map((each) => Buffer.from(AsnConvert.serialize(each))));
  const key = createPublicKey(signer.publicKey.export({ format: 'pem', type: 'spki' }));
  return verify('sha256', attributes, key, Buffer.from(info.signature.buffer));
}

/** Signed is the DER of the set, which stands in the message under another tag (RFC 5652, 5.4; X.690, 11.6). */
function toSetOf(elements: readonly Buffer[]): Buffer {
  const content = Buffer.concat([...elements].sort((a, b) => Buffer.compare(a, b)));
  const { length } = content;
  if (length >= 0x10000) throw new Error('are more attributes than any signature has');
  const short = length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([0x31, ...(length < 0x80 ? [length] : short)]), content]);
}

const isIssuedBy = (certificate: X509Certificate, issuer: X509Certificate): boolean =>
  issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);

const isValidAt = ({ validFrom, validTo }: X509Certificate, now: Date): boolean =>
  new Date(validFrom) <= now && now <= new Date(validTo);
