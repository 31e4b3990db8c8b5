import { generateKeyPairSync } from 'node:crypto';

const makePair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

/** What both sides have of a merchant at Alipay; `alipay` and `nextAlipay` are known to it, `strange` to nobody. */
export function makeAlipayKeys() {
  const [app, alipay, nextAlipay, strange] = [makePair(), makePair(), makePair(), makePair()] as const;
  const [appId, sellerId] = ['2021000000000001', '2088000000000001'];
  return {
    app,
    alipay,
    nextAlipay,
    strange,
    platform: {
      appId,
      sellerId,
      appPrivateKey: app.privateKey,
      alipayPublicKeys: [nextAlipay.publicKey, alipay.publicKey],
    },
    provider: {
      appId,
      sellerId,
      appPublicKeys: [app.publicKey],
      alipayPrivateKeys: [alipay.privateKey, nextAlipay.privateKey, strange.privateKey],
    },
  };
}
