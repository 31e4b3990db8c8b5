import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';

/** Files of a pass by name, all of them as its manifest says. */
export interface Bundle {
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly manifest: Uint8Array;
  readonly signature: Uint8Array;
}

export type BundleFault = 'NOT_A_PASS' | 'MANIFEST_MISMATCH';

const filesMax = 60;
const fileBytesMax = 512 * 1024;

/** Opens a pass and holds each file against the manifest: none changed, none added, none missing. */
export function readBundle(bytes: Uint8Array): Bundle | BundleFault {
  const files = unzip(bytes);
  const { 'manifest.json': manifest, signature, ...rest } = files ?? {};
  if (!manifest || !signature || !rest['pass.json'] || !rest['icon.png']) return 'NOT_A_PASS';
  const told = readJson(manifest);
  if (typeof told !== 'object' || told === null) return 'NOT_A_PASS';
  const found = Object.entries(rest).map(([name, file]) => [name, createHash('sha1').update(file).digest('hex')]);
  const isSame =
    found.length === Object.keys(told).length &&
    found.every(([name = '', hash]) => (told as Record<string, unknown>)[name] === hash);
  return isSame ? { files: rest, manifest, signature } : 'MANIFEST_MISMATCH';
}

/** A pass is opened before anybody knows who made it: too many files, or too large ones, are none. */
function unzip(bytes: Uint8Array): Record<string, Uint8Array> | undefined {
  let count = 0;
  try {
    return unzipSync(bytes, {
      filter({ originalSize }) {
        if (++count > filesMax || originalSize > fileBytesMax) throw new Error('is more than a pass');
        return true;
      },
    });
  } catch {
    return undefined;
  }
}

export function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}
