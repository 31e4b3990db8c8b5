import { deriveKey } from './derive-key';
import { createKeyedDigest } from './keyed-digest';

const key = new Uint8Array(32).fill(7);

describe('digests of addresses', () => {
  const ofContact = createKeyedDigest(deriveKey(key, 'contact'));
  const ofClient = createKeyedDigest(deriveKey(key, 'client'));

  it('do not show the address and differ by use', () => {
    expect(ofContact('+8613800000001')).toMatch(/^[\w-]{43}$/);
    expect(ofContact('192.0.2.1')).not.toBe(ofClient('192.0.2.1'));
  });

  it('are those that are stored: neither key nor use may change its meaning', () => {
    expect(ofContact('+8613800000001')).toBe('YSKGfP5U8iEutwFyG2uMknzy5VyVeJXm5UkcF62wh2o');
  });
});
