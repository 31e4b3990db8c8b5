import { X509Certificate } from 'node:crypto';
import { err, ok, type Result } from '@bindery/kernel';
import { z } from 'zod';
import type { WalletPass } from '../../../records/phone';
import type { WalletKeys } from '../keys';
import { readBundle, readJson, type Bundle } from './read-bundle';
import { verifySignature } from './verify-signature';

export interface PassFault {
  readonly kind: 'NOT_A_PASS' | 'MANIFEST_MISMATCH' | 'ISSUER_UNTRUSTED';
}

const field = z.object({ key: z.string(), label: z.string().default(''), value: z.string() });
const fields = z.array(field).default([]);
const passJson = z.object({
  formatVersion: z.literal(1),
  passTypeIdentifier: z.string(),
  teamIdentifier: z.string(),
  serialNumber: z.string().min(1),
  organizationName: z.string().min(1),
  description: z.string().min(1),
  webServiceURL: z.url({ protocol: /^https?$/ }),
  authenticationToken: z.string().min(16),
  voided: z.boolean().default(false),
  barcodes: z.array(z.object({ format: z.string(), message: z.string() })).default([]),
  generic: z.object({ headerFields: fields, primaryFields: fields, secondaryFields: fields, backFields: fields }),
});

/** Opens a pass as a phone does: it has to be whole, and signed for its own pass type and team by a chain that ends at the trusted root. */
export function openPass(
  bytes: Uint8Array,
  keys: WalletKeys,
  now: Date,
): Result<Omit<WalletPass, 'lastModified'>, PassFault> {
  const bundle = readBundle(bytes);
  if (typeof bundle === 'string') return err({ kind: bundle });
  const read = passJson.safeParse(readJson(bundle.files['pass.json'] ?? new Uint8Array()));
  if (!read.success) return err({ kind: 'NOT_A_PASS' });
  const pass = read.data;
  const signer = verifySignature(bundle.signature, bundle.manifest, new X509Certificate(keys.rootCertificate), now);
  const subject = signer?.subject.split('\n') ?? [];
  if (!subject.includes(`UID=${pass.passTypeIdentifier}`) || !subject.includes(`OU=${pass.teamIdentifier}`))
    return err({ kind: 'ISSUER_UNTRUSTED' });
  const { headerFields, primaryFields, secondaryFields, backFields } = pass.generic;
  const all = [...headerFields, ...primaryFields, ...secondaryFields, ...backFields];
  const show = (folder: string) => {
    const texts = readStrings(bundle, folder);
    const textOf = (key: string) => texts.get(key) ?? key;
    return all.map(({ label, value }) => ({ label: textOf(label), value: textOf(value) }));
  };
  return ok({
    serialNumber: pass.serialNumber,
    passTypeIdentifier: pass.passTypeIdentifier,
    webServiceUrl: pass.webServiceURL,
    authenticationToken: pass.authenticationToken,
    voided: pass.voided,
    barcode: pass.barcodes[0]?.message ?? null,
    shown: { en: show('en'), 'zh-CN': show('zh-Hans') },
  });
}

/** A string table: `"key" = "text";`, line by line, with quotes and backslashes escaped. */
function readStrings({ files }: Bundle, folder: string): ReadonlyMap<string, string> {
  const text = Buffer.from(files[`${folder}.lproj/pass.strings`] ?? []).toString('utf8');
  const plain = (quoted = '') => quoted.replace(/\\(.)/g, '$1');
  return new Map(
    [...text.matchAll(/"((?:[^"\\]|\\.)*)"\s*=\s*"((?:[^"\\]|\\.)*)"\s*;/g)].map(([, key, value]) => [
      plain(key),
      plain(value),
    ]),
  );
}
