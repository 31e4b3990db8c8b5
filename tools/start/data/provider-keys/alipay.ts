import { generateKeyPairSync } from 'node:crypto';
import type { MakeProviderKeys } from './provider-keys';

const makePair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

/** A pair of each side; they know each other by the public keys. The app and the merchant are numbers of nobody. */
export const makeAlipayKeys: MakeProviderKeys = () => {
  const app = makePair();
  const alipay = makePair();
  const [appId, sellerId] = ['2021000000000001', '2088000000000001'];
  return {
    platform: { appId, sellerId, appPrivateKey: app.privateKey, alipayPublicKeys: [alipay.publicKey] },
    provider: { appId, sellerId, appPublicKeys: [app.publicKey], alipayPrivateKeys: [alipay.privateKey] },
  };
};
