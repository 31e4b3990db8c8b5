import { createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { systemClock } from '@bindery/kernel';
import type { PlatformCertificate } from '../../records/platform-certificate';
import type { SimulatorState } from '../../state/simulator-state';
import type { StyledCompany } from '../style';
import type { WeChatPayKeys } from './keys';
import { makeCertificate } from './make-certificate';

/** Both ways of signing that WeChat Pay has, while one gives way to the other. */
export const signers = ['CERTIFICATE', 'PUBLIC_KEY'] as const;
export type Signer = (typeof signers)[number];

export interface PlatformKeys {
  /** Newest first; there is always one. */
  certificates(): Promise<readonly PlatformCertificate[]>;
  /** The same, for a merchant who asks. */
  handOut(): Promise<readonly PlatformCertificate[]>;
  /** How often merchants asked. */
  handedOut(): number;
  /** A new certificate, which signs from now on. The ones before are still handed out. */
  rotate(): Promise<PlatformCertificate>;
  /** Which signs notifications from now on. */
  signNotificationsBy(signer: Signer): void;
  /** Headers that sign a text. `wanted`: the id of the public key, where the merchant asked for it. */
  signAnswer(text: string, at: Date, wanted?: string): Promise<Record<string, string>>;
  signNotification(text: string, at: Date): Promise<Record<string, string>>;
  /** With a certificate that was never handed out. */
  signByStranger(text: string, at: Date): Record<string, string>;
}

/** Old certificates are handed out beside the new one for a while. */
const keptMax = 2;

const made = new WeakMap<StyledCompany<WeChatPayKeys>, PlatformKeys>();

/** One set for a company, for its answers and its notifications. */
export function platformKeysOf(company: StyledCompany<WeChatPayKeys>, state: SimulatorState): PlatformKeys {
  const known = made.get(company) ?? createPlatformKeys(company, state);
  made.set(company, known);
  return known;
}

function createPlatformKeys(
  { provider, keys }: StyledCompany<WeChatPayKeys>,
  { platformCertificates }: SimulatorState,
): PlatformKeys {
  let notificationsBy: Signer = 'CERTIFICATE';
  let asked = 0;
  let making: Promise<PlatformCertificate> | undefined;

  const known = () => platformCertificates.get(provider.code) ?? [];
  async function make(): Promise<PlatformCertificate> {
    const certificate = await makeCertificate(systemClock.now());
    platformCertificates.put(provider.code, [certificate, ...known()].slice(0, keptMax));
    return certificate;
  }
  const rotate = () => (making ??= make().finally(() => (making = undefined)));
  const newest = async () => known()[0] ?? rotate();

  async function sign(text: string, at: Date, signer: Signer): Promise<Record<string, string>> {
    if (signer === 'PUBLIC_KEY') return headers(text, at, keys.platformPublicKeyId, keys.platformPrivateKey);
    const { serial, privateKey } = await newest();
    return headers(text, at, serial, privateKey);
  }

  async function certificates() {
    await newest();
    return known();
  }

  return {
    certificates,
    handOut() {
      asked += 1;
      return certificates();
    },
    handedOut: () => asked,
    rotate,
    signNotificationsBy: (signer) => void (notificationsBy = signer),
    signAnswer: (text, at, wanted) =>
      sign(text, at, wanted === keys.platformPublicKeyId ? 'PUBLIC_KEY' : 'CERTIFICATE'),
    signNotification: (text, at) => sign(text, at, notificationsBy),
    signByStranger(text, at) {
      const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
      return headers(text, at, randomBytes(20).toString('hex').toUpperCase(), privateKey);
    },
  };
}

function headers(text: string, at: Date, serial: string, key: string | KeyObject): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const nonce = randomBytes(16).toString('hex');
  const signature = createSign('RSA-SHA256').update(`${timestamp}\n${nonce}\n${text}\n`).sign(key, 'base64');
  return {
    'wechatpay-serial': serial,
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': nonce,
    'wechatpay-signature': signature,
    'wechatpay-signature-type': 'WECHATPAY2-SHA256-RSA2048',
  };
}
