import { findChain } from '../../../kinds/crypto-address/chain.rules';
import { verifySignedMessage } from '.';

const verify = (chainId: string, address: string, message: string, signature: string) => {
  const chain = findChain(chainId);
  return chain && verifySignedMessage(chain, { address, message, nonce: '', signature });
};

/** The vectors of BIP-322 and of Bitcoin Core for it; all of one key. */
describe('published signatures of Bitcoin', () => {
  const bitcoin = 'bip122:000000000019d6689c085ae165831e93';
  const segwit = 'bc1q9vza2e8x573nczrlzms0wvx3gsqjx7vavgkx0l';

  it.each([
    [
      '',
      'AkcwRAIgM2gBAQqvZX15ZiysmKmQpDrG83avLIT492QBzLnQIxYCIBaTpOaD20qRlEylyxFSeEA2ba9YOixpX8z46TSDtS40ASECx/EgAxlkQpQ9hYjgGu6EBCPMVPwVIVJqO4XCsMvViHI=',
    ],
    [
      'Hello World',
      'AkcwRAIgZRfIY3p7/DoVTty6YZbWS71bc5Vct9p9Fia83eRmw2QCICK/ENGfwLtptFluMGs2KsqoNSk89pO7F29zJLUx9a/sASECx/EgAxlkQpQ9hYjgGu6EBCPMVPwVIVJqO4XCsMvViHI=',
    ],
    [
      'Hello World',
      'AkgwRQIhAOzyynlqt93lOKJr+wmmxIens//zPzl9tqIOua93wO6MAiBi5n5EyAcPScOjf1lAqIUIQtr3zKNeavYabHyR8eGhowEhAsfxIAMZZEKUPYWI4BruhAQjzFT8FSFSajuFwrDL1Yhy',
    ],
  ])('of P2WPKH over “%s” are good, and of no other message', (message, signature) => {
    expect(verify(bitcoin, segwit, message, signature)).toBe('GOOD');
    expect(verify(bitcoin, segwit, `${message}!`, signature)).toBe('SIGNATURE_INVALID');
  });

  it('of P2TR is good', () => {
    const signature = 'AUHd69PrJQEv+oKTfZ8l+WROBHuy9HKrbFCJu7U1iK2iiEy1vMU5EfMtjc+VSHM7aU0SDbak5IUZRVno2P5mjSafAQ==';
    const address = 'bc1ppv609nr0vr25u07u95waq5lucwfm6tde4nydujnu8npg4q75mr5sxq8lt3';
    expect(verify(bitcoin, address, 'Hello World', signature)).toBe('GOOD');
    expect(verify(bitcoin, address, 'Hello World.', signature)).toBe('SIGNATURE_INVALID');
  });
});

/** The example of the documentation of web3.js, `accounts.sign`, which other libraries repeat. */
describe('a published signature of Ethereum', () => {
  it('is of its address', () => {
    const signature =
      '0xb91467e570a6466aa9e9876cbcd013baba02900b8979d43fe208a4a4f339f5fd6007e74cd82e037b800186422fc2da167c747ef045e5d18a5f5d4300f8e1a0291c';
    expect(verify('eip155:1', '0x2c7536E3605D9C16a7a3D7b1898e529396a65c23', 'Some data', signature)).toBe('GOOD');
    expect(verify('eip155:1', '0x2c7536E3605D9C16a7a3D7b1898e529396a65c23', 'Some other', signature)).toBe(
      'OTHER_ADDRESS',
    );
  });
});
