import { blake2b } from '@noble/hashes/blake2.js';
import { findChain } from '../../../kinds/crypto-address/chain.rules';
import { readAddress } from '../../../kinds/crypto-address/forms/read-address';
import { parseSs58 } from '../../../kinds/crypto-address/forms/substrate';
import { verifyTyped } from '../../../../testing/verify-typed';
import { fromHex, utf8 } from './bytes';
import { verifyEd25519 } from './ed25519';
import { compressKey, recoverKey } from './secp256k1';
import { verifySchnorrkel } from './substrate';

const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();
const polkadot = 'polkadot:91b171bb158e2d3848fa23a9f1c25182';
const kusama = 'polkadot:b0a8d493285c2df73290dfb7e61f870f';

/** polkadot-js/common: packages/util-crypto/src/signature/verify.spec.ts; the addresses are of Kusama. */
describe('published signatures of Polkadot and Kusama', () => {
  const message = 'hello world';
  const accountOf = (address: string) => parseSs58(address, 2) ?? new Uint8Array();
  const sr25519 = {
    address: 'EK1bFgKm2FsghcttHT7TB7rNyXApFgs9fCbijMGQNyFGBQm',
    signature:
      '0xca01419b5a17219f7b78335658cab3b126db523a5df7be4bfc2bef76c2eb3b1dcf4ca86eb877d0a6cf6df12db5995c51d13b00e005d053b892bd09c594434288',
  };
  const ed25519 = {
    address: 'DxN4uvzwPzJLtn17yew6jEffPhXQfdKHTp2brufb98vGbPN',
    signature:
      '0x299d3bf4c8bb51af732f8067b3a3015c0862a5ff34721749d8ed6577ea2708365d1c5f76bd519009971e41156f12c70abc2533837ceb3bad9a05a99ab923de06',
  };

  it('are good over <Bytes>, as a wallet gives them, and of no other message', () => {
    const address = 'J9nD3s7zssCX7bion1xctAF6xcVexcpy2uwy4jTm9JL8yuK';
    const answer =
      '0x84b6afb1c8e54bbcb3f4872baf172580e21310e9387a53742627d6652d121447fa406b82805ed3184fb7bd519175cc9f99f283f97954d95cf966ee164df85489';
    expect(verifyTyped({ chain: kusama, address, message, answer })).toBe('GOOD');
    expect(verifyTyped({ chain: kusama, address, message, answer: `0x01${answer.slice(2)}` })).toBe('GOOD');
    expect(verifyTyped({ chain: kusama, address, message: 'hello', answer })).toBe('SIGNATURE_INVALID');
  });

  it('over the bare text are good of their keys, but prove nothing to us', () => {
    const { address, signature } = sr25519;
    expect(verifySchnorrkel(bytesOf(signature), utf8(message), accountOf(address))).toBe('GOOD');
    expect(verifySchnorrkel(bytesOf(signature), utf8('hello'), accountOf(address))).toBe('SIGNATURE_INVALID');
    expect(verifyEd25519(bytesOf(ed25519.signature), utf8(message), accountOf(ed25519.address))).toBe('GOOD');
    for (const { address: of, signature: answer } of [sr25519, ed25519])
      expect(verifyTyped({ chain: kusama, address: of, message, answer })).toBe('SIGNATURE_INVALID');
  });

  it('of ECDSA are of the account that is the hash of their key', () => {
    const signature = bytesOf(
      '0x994638ee586d2c5dbd9bacacbc35d9b7e9018de8f7892f00c900db63bc57b1283e2ee7bc51a9b1c1dae121ac4f4b9e2a41cd1d6bf4bb3e24d7fed6faf6d85e0501',
    );
    const key = recoverKey(blake2b(utf8(message), { dkLen: 32 }), signature.subarray(0, 64), signature[64] ?? 2);
    if (typeof key === 'string') throw new Error(key);
    // Of Astar, prefix 5.
    const address = 'XyFVXiGaHxoBhXZkSh6NS2rjFyVaVNUo5UiZDqZbuSfUdji';
    expect(blake2b(compressKey(key), { dkLen: 32 })).toEqual(parseSs58(address, 5));
  });

  it('are none of another account: fails on an invalid signature', () => {
    const { signature } = sr25519;
    expect(verifySchnorrkel(bytesOf(signature), utf8(message), accountOf(ed25519.address))).not.toBe('GOOD');
  });
});

/** Warchant/sr25519-crust: test/ds.cpp; repeated by ChainSafe/go-schnorrkel: sign_test.go. */
it('a published signature of sr25519 is good, and of no other message', () => {
  const key = bytesOf('46ebddef8cd9bb167dc30878d7113b7e168e6f0646beffd77d69d39bad76b47a');
  const signature = bytesOf(
    '4e172314444b8f820bb54c22e95076f220ed25373e5c178234aa6c211d29271244b947e3ff3418ff6b45fd1df1140c8cbff69fc58ee6dc96df70936a2bb74b82',
  );
  expect(verifySchnorrkel(signature, utf8('this is a message'), key)).toBe('GOOD');
  expect(verifySchnorrkel(signature, utf8('wrong message'), key)).toBe('SIGNATURE_INVALID');
});

/** polkadot-js/common: packages/util-crypto/src/address/encode.spec.ts; the account of Alice. */
it('published addresses are of one account, each of its own chain only', () => {
  const onPolkadot = '15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5';
  const onKusama = 'HNZata7iMYWmk5RvZRTiAsSDhV8366zq2YGb3tLH5Upf74F';
  const alice = Uint8Array.of(
    ...[212, 53, 147, 199, 21, 253, 211, 28, 97, 20, 26, 189, 4, 169, 159, 214],
    ...[130, 44, 133, 88, 133, 76, 205, 227, 154, 86, 132, 231, 165, 109, 162, 125],
  );
  expect(parseSs58(onPolkadot, 0)).toEqual(alice);
  expect(parseSs58(onKusama, 2)).toEqual(alice);
  for (const [chain, address] of [
    [polkadot, onKusama],
    [kusama, onPolkadot],
  ] as const) {
    const found = findChain(chain);
    expect(found && readAddress(found, address)).toBe('INVALID');
  }
});
