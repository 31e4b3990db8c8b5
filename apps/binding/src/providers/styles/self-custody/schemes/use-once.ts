import { verifySignedMessage } from '.';
import { findChain } from '../../../kinds/crypto-address/chain.rules';

/** A good signature for each way of looking at one: what recovers a key, ECDSA, Schnorr of secp256k1, Ed25519, sr25519. */
const good: readonly (readonly [chain: string, address: string, message: string, signature: string])[] = [
  // The example of web3.js, `accounts.sign`.
  [
    'eip155:1',
    '0x2c7536E3605D9C16a7a3D7b1898e529396a65c23',
    'Some data',
    '0xb91467e570a6466aa9e9876cbcd013baba02900b8979d43fe208a4a4f339f5fd6007e74cd82e037b800186422fc2da167c747ef045e5d18a5f5d4300f8e1a0291c',
  ],
  // BIP-322, and Bitcoin Core for P2TR.
  [
    'bip122:000000000019d6689c085ae165831e93',
    'bc1q9vza2e8x573nczrlzms0wvx3gsqjx7vavgkx0l',
    '',
    'AkcwRAIgM2gBAQqvZX15ZiysmKmQpDrG83avLIT492QBzLnQIxYCIBaTpOaD20qRlEylyxFSeEA2ba9YOixpX8z46TSDtS40ASECx/EgAxlkQpQ9hYjgGu6EBCPMVPwVIVJqO4XCsMvViHI=',
  ],
  [
    'bip122:000000000019d6689c085ae165831e93',
    'bc1ppv609nr0vr25u07u95waq5lucwfm6tde4nydujnu8npg4q75mr5sxq8lt3',
    'Hello World',
    'AUHd69PrJQEv+oKTfZ8l+WROBHuy9HKrbFCJu7U1iK2iiEy1vMU5EfMtjc+VSHM7aU0SDbak5IUZRVno2P5mjSafAQ==',
  ],
  // RFC 8032, 7.1, test 1.
  [
    'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp',
    'FVen3X669xLzsi6N2V91DoiyzHzg1uAgqiT8jZ9nS96Z',
    '',
    '5awYiUvGiDFA33EJjj4TXJG44a5afJc8QjWRpGgQiu6b23jCr7yndW2fmp9ujwqJVe32J456wV3VF78Asb1obnTc',
  ],
  // Signed by @polkadot/util-crypto 14, by the key of thirty-two sevens.
  [
    'polkadot:91b171bb158e2d3848fa23a9f1c25182',
    '13ofUaqLVvnnWt12Egm6nLrfhY6CXrz98YkrAV4LCXeuHY9K',
    'Some data',
    '0x0156f545e156ea0fe8696f7af511cca1e27691633ab837f8201e4fe8a2e5d13b46b0705e8a503c6d5b42c4ba55a6899f04b9045f83a62b26079d6da1fd1b288283',
  ],
];

/**
 * Looks at one signature of each kind. Curves make their tables at first use, which keeps a core busy for a good part of a second: better before anybody
 * waits. Throws when a good signature is not found good, as a service that cannot tell should not begin.
 */
export function useOnce(verify = verifySignedMessage): void {
  for (const [chainId, address, message, signature] of good) {
    const chain = findChain(chainId);
    const verdict = chain && verify(chain, { address, message, nonce: '', signature });
    if (verdict !== 'GOOD')
      throw new Error(`a good signature of ${chainId} is found ${verdict ?? 'to be of no chain'}`);
  }
}
