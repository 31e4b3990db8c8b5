import { webcrypto } from 'node:crypto';
import Pay from 'wechatpay-node-v3';
import { decryptResource, encryptedResource } from './resource-cipher';

const apiV3Key = 'EuJ4o2hX9cYbT7kQwLs3VdPz6RnAgM1f';
const nonce = 'fdasflkja484';
const text = '{"contract_id":"201509160000028648","contract_display_account":"微信代扣"}';

/** By Web Crypto, which shares no code with what decrypts. */
async function encrypt(plain: string, associatedData: string) {
  const key = await webcrypto.subtle.importKey('raw', Buffer.from(apiV3Key), 'AES-GCM', false, ['encrypt']);
  const iv = Buffer.from(nonce);
  const algorithm = { name: 'AES-GCM', iv, additionalData: Buffer.from(associatedData), tagLength: 128 };
  const bytes = await webcrypto.subtle.encrypt(algorithm, key, Buffer.from(plain));
  return Buffer.from(bytes).toString('base64');
}

const resource = async (associated_data: string) => ({
  algorithm: 'AEAD_AES_256_GCM' as const,
  ciphertext: await encrypt(text, associated_data),
  nonce,
  associated_data,
});

describe('decryptResource', () => {
  it.each(['entrust', ''])('reads what was encrypted elsewhere, with associated data “%s”', async (data) =>
    expect(decryptResource(await resource(data), apiV3Key)).toBe(text),
  );

  it('agrees with an independent implementation', async () => {
    const { ciphertext, associated_data } = await resource('entrust');
    const decipher = Pay.prototype.decipher_gcm.bind({} as Pay);
    expect(decipher(ciphertext, associated_data, nonce, apiV3Key)).toEqual(JSON.parse(text));
  });

  it('gives out nothing of what does not belong together', async () => {
    const whole = await resource('entrust');
    const bytes = Buffer.from(whole.ciphertext, 'base64');
    const flipped = (at: number) => {
      const copy = Buffer.from(bytes);
      copy[at] = (copy[at] ?? 0) ^ 1;
      return copy.toString('base64');
    };
    const forged = [
      { ...whole, ciphertext: flipped(0) },
      { ...whole, ciphertext: flipped(bytes.length - 1) },
      { ...whole, ciphertext: bytes.subarray(0, -1).toString('base64') },
      { ...whole, ciphertext: bytes.subarray(0, 16).toString('base64') },
      { ...whole, associated_data: 'other' },
      { ...whole, nonce: 'fdasflkja485' },
    ];
    for (const one of forged) expect(decryptResource(one, apiV3Key)).toBeUndefined();
    expect(decryptResource(whole, apiV3Key.replace('E', 'F'))).toBeUndefined();
    expect(decryptResource(whole, 'short')).toBeUndefined();
  });

  it('is asked for one algorithm only, with a nonce of its length', async () => {
    const whole = await resource('entrust');
    expect(encryptedResource.safeParse(whole).success).toBe(true);
    for (const one of [
      { ...whole, algorithm: 'AEAD_AES_128_GCM' },
      { ...whole, nonce: 'short' },
      { ...whole, ciphertext: '%%' },
    ])
      expect(encryptedResource.safeParse(one).success).toBe(false);
  });
});
