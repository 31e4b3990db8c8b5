import { generateKeyPairSync } from 'node:crypto';
import { createLog } from '@bindery/service';
import { makeCertificate } from '../../../testing/make-certificate';
import { createPlatformKeys } from './platform-keys';
import type { PlatformCertificate } from './read-certificates';

const log = createLog({ service: 'test', level: 'silent', format: 'json' });
const publicKey = { id: 'PUB_KEY_ID_1', key: generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey };
const minute = 60_000;
const day = 24 * 60 * minute;

let now: number;
let downloads: number;
let offered: readonly PlatformCertificate[] | undefined;
let first: PlatformCertificate;
let second: PlatformCertificate;

beforeAll(async () => {
  const from = new Date('2026-05-01T00:00:00Z');
  first = await makeCertificate({ from, until: new Date(from.getTime() + 30 * day) });
  second = await makeCertificate({ from: new Date(from.getTime() + day), until: new Date(from.getTime() + 60 * day) });
});
beforeEach(() => {
  now = Date.parse('2026-05-02T12:00:00Z');
  downloads = 0;
  offered = [first];
});

const keys = (withPublicKey: boolean) =>
  createPlatformKeys({
    publicKey: withPublicKey ? publicKey : undefined,
    download: async () => {
      downloads++;
      return offered;
    },
    clock: { now: () => new Date(now), onMove: () => () => undefined },
    log,
  });

describe('the keys of the platform', () => {
  it('are downloaded once, for however many who ask, and kept', async () => {
    const own = keys(false);
    const found = await Promise.all([own.find(first.serial), own.find(first.serial)]);
    expect(found.map((key) => key?.asymmetricKeyType)).toEqual(['rsa', 'rsa']);
    await own.find(first.serial);
    expect(downloads).toBe(1);
    expect(own.wanted()).toBe(first.serial);
  });

  it('know the public key without asking anybody, beside certificates, and ask for answers by it', async () => {
    const own = keys(true);
    expect(await own.find('PUB_KEY_ID_1')).toBe(publicKey.key);
    expect(await own.find('PUB_KEY_ID_2')).toBeUndefined();
    expect(downloads).toBe(0);
    expect(await own.find(first.serial)).toBeDefined();
    expect(own.wanted()).toBe('PUB_KEY_ID_1');
  });

  it('are asked for once when a serial number is unknown, and that one not again for a while', async () => {
    const own = keys(false);
    await own.find(first.serial);
    now += 2 * minute;
    for (let again = 0; again < 5; again++) expect(await own.find('0A')).toBeUndefined();
    expect(downloads).toBe(2);
    now += 2 * minute;
    expect(await own.find('0A')).toBeUndefined();
    expect(downloads).toBe(2);
    now += 10 * minute;
    expect(await own.find('0A')).toBeUndefined();
    expect(downloads).toBe(3);
  });

  it('are asked for no oftener than once a minute, whoever makes up serial numbers', async () => {
    const own = keys(false);
    for (let made = 0; made < 50; made++) expect(await own.find(`AB${made}`)).toBeUndefined();
    expect(downloads).toBe(1);
  });

  it('take a new certificate when it first signs, and still the old one', async () => {
    const own = keys(false);
    await own.find(first.serial);
    offered = [first, second];
    now += 2 * minute;
    expect(await own.find(second.serial)).toBeDefined();
    expect(await own.find(first.serial)).toBeDefined();
    expect(downloads).toBe(2);
    expect(own.wanted()).toBe(second.serial);
  });

  it('are looked at again after twelve hours, and forget what is gone', async () => {
    const own = keys(false);
    await own.find(first.serial);
    offered = [second];
    now += 11 * 60 * minute;
    await own.find(first.serial);
    expect(downloads).toBe(1);
    now += 2 * 60 * minute;
    expect(await own.find(first.serial)).toBeUndefined();
    expect(downloads).toBe(2);
  });

  it('are good no longer than their certificate', async () => {
    const own = keys(false);
    await own.find(first.serial);
    now += 31 * day;
    expect(await own.find(first.serial)).toBeUndefined();
  });

  it('stay while the platform is away, and are asked for again after a minute', async () => {
    const own = keys(false);
    await own.find(first.serial);
    offered = undefined;
    now += 13 * 60 * minute;
    expect(await own.find(first.serial)).toBeDefined();
    expect(await own.find(second.serial)).toBeUndefined();
    expect(downloads).toBe(2);
    offered = [first, second];
    now += minute;
    expect(await own.find(second.serial)).toBeDefined();
  });
});
