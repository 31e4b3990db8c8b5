import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { Clock } from '@bindery/kernel';
import { senderName, type Locale } from '@bindery/localisation';
import type { PassAccess } from '../access';
import { passTexts, textKey, toPassContent } from './pass-content.rules';
import { say } from './pass-file.words';
import type { Pass } from './pass.rules';
import { createSignDetached } from './sign-detached';

const imageNames = ['icon.png', 'icon@2x.png', 'icon@3x.png', 'logo.png', 'logo@2x.png'];
const images = Object.fromEntries(imageNames.map((name) => [name, readFileSync(join(__dirname, 'images', name))]));

/** A string table in the folder of its language, by Apple’s name for it; quotes and backslashes are escaped there. */
function stringTable(locale: Locale): Buffer {
  const texts = [
    ...passTexts.map((text) => [textKey(text), say(locale, text)] as const),
    [textKey('issuer'), senderName] as const,
  ];
  const lines = texts.map(([key, text]) => `"${key}" = "${text.replace(/["\\]/g, String.raw`\$&`)}";\n`);
  return Buffer.from(lines.join(''));
}
const stringTables = {
  'en.lproj/pass.strings': stringTable('en'),
  'zh-Hans.lproj/pass.strings': stringTable('zh-CN'),
};

/** Zip has no time before it; every file has this one, since a pass tells its time elsewhere. */
const fileTime = new Date(1980, 0, 1);

interface MakePassFileDeps {
  readonly access: PassAccess;
  readonly webServiceUrl: string;
  readonly tokenOf: (pass: Pass) => string;
  readonly clock: Clock;
}

/**
 * The bytes of a pass as it is now ("Building a Pass"): a zip of pass.json, images and string tables, their SHA-1 in manifest.json as Apple’s format
 * says, and the signature of that.
 */
export type MakePassFile = (pass: Pass) => Promise<Buffer>;

export function createMakePassFile({ access, webServiceUrl, tokenOf, clock }: MakePassFileDeps): MakePassFile {
  const sign = createSignDetached(access);
  return async (pass) => {
    const text = JSON.stringify(toPassJson(pass, { access, webServiceUrl, authenticationToken: tokenOf(pass) }));
    const files: Record<string, Buffer> = { 'pass.json': Buffer.from(text), ...images, ...stringTables };
    const hashes = Object.entries(files).map(([name, bytes]) => [name, createHash('sha1').update(bytes).digest('hex')]);
    const manifest = Buffer.from(JSON.stringify(Object.fromEntries(hashes)));
    const whole = { ...files, 'manifest.json': manifest, signature: await sign(manifest, clock.now()) };
    return Buffer.from(zipSync(whole, { mtime: fileTime }));
  };
}

interface PassFrame {
  readonly access: PassAccess;
  readonly webServiceUrl: string;
  readonly authenticationToken: string;
}

function toPassJson(pass: Pass, { access, webServiceUrl, authenticationToken }: PassFrame): object {
  const { barcode, voided, ...fields } = toPassContent(pass);
  return {
    formatVersion: 1,
    passTypeIdentifier: access.passTypeIdentifier,
    teamIdentifier: access.teamIdentifier,
    serialNumber: pass.serialNumber,
    organizationName: senderName,
    description: textKey('description'),
    logoText: textKey('issuer'),
    foregroundColor: 'rgb(255, 255, 255)',
    labelColor: 'rgb(214, 232, 244)',
    backgroundColor: voided ? 'rgb(90, 96, 104)' : 'rgb(11, 90, 138)',
    sharingProhibited: true,
    voided,
    webServiceURL: webServiceUrl,
    authenticationToken,
    generic: fields,
    ...(barcode !== null && {
      barcodes: [{ format: 'PKBarcodeFormatQR', message: barcode, messageEncoding: 'iso-8859-1' }],
    }),
  };
}
