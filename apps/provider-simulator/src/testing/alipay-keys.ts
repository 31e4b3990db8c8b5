import { generateKeyPairSync } from 'node:crypto';

const makePair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

/** A merchant's pair, and two of Alipay's. */
export function makeAlipayKeys() {
  const [app, alipay, nextAlipay] = [makePair(), makePair(), makePair()] as const;
  const provider = {
    appId: '2021000000000001',
    sellerId: '2088000000000001',
    appPublicKeys: [app.publicKey],
    alipayPrivateKeys: [alipay.privateKey, nextAlipay.privateKey],
  };
  return { app, alipay, nextAlipay, provider };
}
