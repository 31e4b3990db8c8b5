import { generateKeyPairSync, randomBytes, randomInt } from 'node:crypto';

const digits = (count: number): string => Array.from({ length: count }, () => String(randomInt(10))).join('');
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

function makeRsaPair() {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

/** What a merchant and WeChat Pay have after the merchant has registered: each its own private key, both the APIv3 key. */
export function makeWeChatPayKeys() {
  const [merchant, platform] = [makeRsaPair(), makeRsaPair()];
  const shared = {
    mchid: `19${digits(8)}`,
    appid: `wx${randomBytes(8).toString('hex')}`,
    planId: 10_000 + randomInt(90_000),
    merchantSerial: randomBytes(20).toString('hex').toUpperCase(),
    apiV3Key: Array.from({ length: 32 }, () => alphabet[randomInt(alphabet.length)]).join(''),
    platformPublicKeyId: `PUB_KEY_ID_01${digits(32)}`,
  };
  return {
    platform: { ...shared, merchantPrivateKey: merchant.privateKey, platformPublicKey: platform.publicKey },
    provider: { ...shared, merchantPublicKey: merchant.publicKey, platformPrivateKey: platform.privateKey },
  };
}
