import { X509Certificate } from 'node:crypto';
import { parseJson } from '@bindery/kernel';
import { z } from 'zod';
import { decryptResource, encryptedResource } from './resource-cipher';

export interface PlatformCertificate {
  /** In upper-case hex, as headers name it. */
  readonly serial: string;
  readonly pem: string;
  readonly from: Date;
  readonly until: Date;
}

const certificatesMax = 20;
const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const certificateList = z.object({
  data: z
    .array(
      z.object({
        serial_no: z.string().max(128),
        effective_time: moment,
        expire_time: moment,
        encrypt_certificate: encryptedResource,
      }),
    )
    .max(certificatesMax),
});

/**
 * The certificates of an answer to `GET /v3/certificates`. Each is decrypted with the APIv3 key, which is what makes it credible: only the platform
 * and the merchant know it. Undefined where the answer or any of them cannot be read, or says another serial number than it has.
 */
export function readCertificates(text: string, apiV3Key: string): readonly PlatformCertificate[] | undefined {
  const list = certificateList.safeParse(parseJson(text));
  if (!list.success) return undefined;
  const certificates = list.data.data.map(
    ({ serial_no: serial, effective_time: from, expire_time: until, encrypt_certificate: encrypted }) => ({
      serial,
      from,
      until,
      pem: decryptResource(encrypted, apiV3Key) ?? '',
    }),
  );
  return certificates.every(isWhatItSays) ? certificates : undefined;
}

function isWhatItSays({ pem, serial }: PlatformCertificate): boolean {
  try {
    const certificate = new X509Certificate(pem);
    return certificate.serialNumber === serial && certificate.publicKey.asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}
