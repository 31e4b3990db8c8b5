import { X509Certificate, type KeyObject } from 'node:crypto';
import type { Clock } from '@bindery/kernel';
import type { Log } from '@bindery/service';
import type { PlatformCertificate } from './read-certificates';

export interface PlatformKeys {
  /** The key that a serial number or id names. Asks the platform for its certificates at most once for it. */
  find(serial: string): Promise<KeyObject | undefined>;
  /** What answers shall be signed with: the public key's id, or else the newest certificate that is known. */
  wanted(): string | undefined;
}

export interface PlatformKeysDeps {
  /** The platform public key of the merchant, where it has one: downloaded by hand, never over the interface. */
  readonly publicKey: { readonly id: string; readonly key: KeyObject } | undefined;
  /** All certificates of the platform; undefined where it does not answer, or not credibly. */
  readonly download: () => Promise<readonly PlatformCertificate[] | undefined>;
  readonly clock: Clock;
  readonly log: Log;
}

/** The platform asks to look at least every twelve hours; a new certificate comes days before it signs. */
const freshMs = 12 * 60 * 60_000;
/** Whoever makes up serial numbers makes us ask no oftener than this. */
const downloadEveryMs = 60_000;
/** Serial numbers that nobody knows are remembered that long, and no more of them. */
const unknownForMs = 10 * 60_000;
const unknownMax = 1_000;

interface KnownCertificate extends PlatformCertificate {
  readonly key: KeyObject;
}

/** Certificates and the public key side by side: which one signs is the platform’s choice at every message. */
export function createPlatformKeys({ publicKey, download, clock, log }: PlatformKeysDeps): PlatformKeys {
  let known = new Map<string, KnownCertificate>();
  let downloadedAt = -Infinity;
  let triedAt = -Infinity;
  let underWay: Promise<void> | undefined;
  const unknown = new Map<string, number>();
  const nowMs = () => clock.now().getTime();

  async function downloadAll(): Promise<void> {
    triedAt = nowMs();
    const certificates = await download();
    if (!certificates) return;
    downloadedAt = nowMs();
    known = new Map(certificates.map((certificate) => [certificate.serial, withKey(certificate)]));
    log.info({ detail: [...known.keys()].join(' ') }, 'platform certificates were downloaded');
  }

  /** One download for all who wait for it. */
  const refresh = (): Promise<void> => (underWay ??= downloadAll().finally(() => (underWay = undefined)));

  const current = (serial: string): KeyObject | undefined => {
    const certificate = known.get(serial);
    return certificate && nowMs() < certificate.until.getTime() ? certificate.key : undefined;
  };

  const isKnownAsUnknown = (serial: string): boolean => nowMs() - (unknown.get(serial) ?? -Infinity) < unknownForMs;

  function noteUnknown(serial: string): void {
    const oldest = unknown.size >= unknownMax ? unknown.keys().next().value : undefined;
    if (oldest !== undefined) unknown.delete(oldest);
    unknown.set(serial, nowMs());
  }

  return {
    async find(serial) {
      if (serial === publicKey?.id) return publicKey.key;
      // Of a public key nothing is downloaded, so there is nothing to ask for.
      if (serial.startsWith('PUB_KEY_ID_')) return undefined;
      const stale = nowMs() - downloadedAt > freshMs;
      const found = current(serial);
      const mayAsk = nowMs() - triedAt >= downloadEveryMs || underWay !== undefined;
      if (found && (!stale || !mayAsk)) return found;
      if (!mayAsk || (!found && isKnownAsUnknown(serial))) return found;
      await refresh();
      const after = current(serial);
      if (!after && downloadedAt >= triedAt) noteUnknown(serial);
      return after;
    },
    wanted() {
      if (publicKey) return publicKey.id;
      const newest = [...known.values()].sort((a, b) => b.from.getTime() - a.from.getTime())[0];
      return newest && current(newest.serial) ? newest.serial : undefined;
    },
  };
}

const withKey = (certificate: PlatformCertificate): KnownCertificate => ({
  ...certificate,
  key: new X509Certificate(certificate.pem).publicKey,
});
