import { base58 } from '@scure/base';
import { verifyTyped } from '../../../../testing/verify-typed';
import { fromHex } from './bytes';
import { isStrongEd25519Key, verifyEd25519 } from './ed25519';

const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();
const verify = (key: string, message: string, signature: string) =>
  verifyEd25519(bytesOf(signature), bytesOf(message), bytesOf(key));

/** RFC 8032, 7.1: tests 1, 2, 3, and SHA(abc). */
describe('published signatures of Ed25519', () => {
  it.each([
    [
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      '',
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    ],
    [
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
      '72',
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    ],
    [
      'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
      'af82',
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
    ],
    [
      'ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf',
      'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
      'dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704',
    ],
  ])('of the key %s are good, and of no other message', (key, message, signature) => {
    expect(verify(key, message, signature)).toBe('GOOD');
    expect(verify(key, `${message}00`, signature)).toBe('SIGNATURE_INVALID');
  });
});

/** C2SP/wycheproof: testvectors_v1/ed25519_test.json, the number of each before it. */
describe('published signatures of Wycheproof', () => {
  const key = '7d4d0e7f6153a69b6242b522abbee685fda4420f8834b108c3bdae369ef549fa';
  const test = '54657374';
  const r = '7c38e026f29e14aabd059a0f2db8b0cd783040609a8be684db12f82a27774ab0';
  const s = '7a9155711ecfaf7f99f277bad0c6ae7e39d4eef676573336a5c51eb6f946b30d';
  const zero = '00'.repeat(32);
  const one = `01${'00'.repeat(31)}`;
  const order = 'edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010';
  const field = `ed${'ff'.repeat(30)}7f`;

  it.each([
    [3, 'GOOD', test, `${r}${s}`],
    [10, 'SIGNATURE_MALLEABLE', '3f', `${zero}${zero}`],
    [11, 'SIGNATURE_MALLEABLE', '3f', `${zero}${one}`],
    [13, 'SIGNATURE_MALLEABLE', '3f', `${zero}${order}`],
    [15, 'SIGNATURE_MALLEABLE', '3f', `${one}${zero}`],
    [16, 'SIGNATURE_MALLEABLE', '3f', `${one}${one}`],
    [18, 'SIGNATURE_MALLEABLE', '3f', `${one}${order}`],
    [20, 'SIGNATURE_INVALID', '3f', `${order}${zero}`],
    [25, 'SIGNATURE_INVALID', '3f', `${field}${zero}`],
    [30, 'SIGNATURE_FORMAT', test, ''],
    [31, 'SIGNATURE_FORMAT', test, r],
    [33, 'SIGNATURE_FORMAT', test, `${r}${s}2020`],
    [34, 'SIGNATURE_FORMAT', test, `${r}${s}${key}`],
    [35, 'SIGNATURE_FORMAT', test, `00${r}${s}`],
    [63, 'SIGNATURE_MALLEABLE', test, `${r}67654bce3832c2d76f8f6f5dafc08d9339d4eef676573336a5c51eb6f946b31d`],
    [64, 'SIGNATURE_MALLEABLE', test, `${r}5439412b5395d42f462c67008eba6ca839d4eef676573336a5c51eb6f946b32d`],
    [65, 'SIGNATURE_MALLEABLE', test, `${r}2ee12ce5875bf9dff26556464bae2ad239d4eef676573336a5c51eb6f946b34d`],
    [66, 'SIGNATURE_MALLEABLE', test, `${r}e2300459f1e742404cd934d2c595a6253ad4eef676573336a5c51eb6f946b38d`],
    [67, 'SIGNATURE_MALLEABLE', test, `${r}7a9155711ecfaf7f99f277bad0c6ae7e39d4eef676573336a5c51eb6f946b32d`],
    [69, 'SIGNATURE_MALLEABLE', test, `${r}7a9155711ecfaf7f99f277bad0c6ae7e39d4eef676573336a5c51eb6f946b38d`],
    [70, 'SIGNATURE_MALLEABLE', test, `${r}679155711ecfaf7f99f277bad0c6ae7e39d4eef676573336a5c51eb6f946b38d`],
  ])('%i is %s', (_number, verdict, message, signature) => {
    expect(verify(key, message, signature)).toBe(verdict);
  });

  it.each([
    [
      42,
      '647c1492402ab5ce03e2c3a7f0384d051b9cf3570f1207fc78c1bcc98c281c2b1d125e5538f38afbcc1c84e489521083041d24bc6240767029da063271a1ff0c',
    ],
    [
      59,
      '657c1492402ab5ce03e2c3a7f0384d051b9cf3570f1207fc78c1bcc98c281cab227aedf259f910f0f3a759a335062665217925d019173b88917eae294f75d40f',
    ],
    [
      60,
      '0000000000000000000000000000000000000000000000000000000000000000e0b8e7770d51c7a36375d006c5bffd6af43ff54aaf47e4330dc118c71d61ec02',
    ],
    [
      61,
      'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff463a1908382e7eb7693acef9884f7cf931a215e0791876be22c631a59881fd0e',
    ],
    [
      62,
      '9a83eb6dbfd54a31fc1d3c580fc7b2fae4630ca8f0edf803873e433673d7e3d40e94254586cb6188c5386c3febed477cb9a6cb29e3979adc4cb27cf5278fb70a',
    ],
  ])('%i, of a changed R, is none', (_number, signature) => {
    expect(verify(key, '313233343030', signature)).not.toBe('GOOD');
  });

  it('84, with S just under the bound, is good', () => {
    const signature =
      'dac119d6ca87fc59ae611c157048f4d4fc932a149dbe20ec6effd1436abf83ea05c7df0fef06147241259113909bc71bd3c53ba4464ffcad3c0968f2ffffff0f';
    const message = '124e583f8b8eca58bb29c271b41d36986bbc45541f8e51f9cb0133eca447601e';
    expect(verify('100fdf47fb94f1536a4f7c3fda27383fa03375a8f527c537e6f1703c47f94f86', message, signature)).toBe('GOOD');
  });
});

/** novifinancial/ed25519-speccheck: cases.json (Chalkias, Garillot, Nikolaenko: Taming the many EdDSAs); which of them count is ours to say, and none does. */
describe('published signatures that libraries do not agree on', () => {
  const small = 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa';
  const mixed = 'cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d';
  const mixedToo = 'f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43';
  const large = '442aad9f089ad9e14647b1ef9099a1ff4798d78589e66f28eca69c11f582a623';

  it.each([
    [
      0,
      'KEY_WEAK',
      small,
      '8c93255d71dcab10e8f379c26200f3c7bd5f09d9bc3068d3ef4edeb4853022b6',
      `c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a${'00'.repeat(32)}`,
    ],
    [
      1,
      'KEY_WEAK',
      small,
      '9bd9f44f4dcc75bd531b56b2cd280b0bb38fc1cd6d1230e14861d861de092e79',
      'f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43a5bb704786be79fc476f91d3f3f89b03984d8068dcf1bb7dfc6637b45450ac04',
    ],
    [
      2,
      'KEY_WEAK',
      mixedToo,
      'aebf3f2601a0c8c5d39cc7d8911642f740b78168218da8471772b35f9d35b9ab',
      'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa8c4bd45aecaca5b24fb97bc10ac27ac8751a7dfe1baff8b953ec9f5833ca260e',
    ],
    [
      3,
      'KEY_WEAK',
      mixed,
      '9bd9f44f4dcc75bd531b56b2cd280b0bb38fc1cd6d1230e14861d861de092e79',
      '9046a64750444938de19f227bb80485e92b83fdb4b6506c160484c016cc1852f87909e14428a7a1d62e9f22f3d3ad7802db02eb2e688b6c52fcd6648a98bd009',
    ],
    [
      4,
      'KEY_WEAK',
      mixed,
      'e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec4011eaccd55b53f56c',
      '160a1cb0dc9c0258cd0a7d23e94d8fa878bcb1925f2c64246b2dee1796bed5125ec6bc982a269b723e0668e540911a9a6a58921d6925e434ab10aa7940551a09',
    ],
    [
      5,
      'KEY_WEAK',
      mixed,
      'e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec4011eaccd55b53f56c',
      '21122a84e0b5fca4052f5b1235c80a537878b38f3142356b2c2384ebad4668b7e40bc836dac0f71076f9abe3a53f9c03c1ceeeddb658d0030494ace586687405',
    ],
    [
      6,
      'SIGNATURE_MALLEABLE',
      large,
      '85e241a07d148b41e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec40',
      'e96f66be976d82e60150baecff9906684aebb1ef181f67a7189ac78ea23b6c0e547f7690a0e2ddcd04d87dbc3490dc19b3b3052f7ff0538cb68afb369ba3a514',
    ],
    [
      7,
      'SIGNATURE_MALLEABLE',
      large,
      '85e241a07d148b41e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec40',
      '8ce5b96c8f26d0ab6c47958c9e68b937104cd36e13c33566acd2fe8d38aa19427e71f98a473474f2f13f06f97c20d58cc3f54b8bd0d272f42b695dd7e89a8c22',
    ],
    [
      8,
      'KEY_WEAK',
      mixedToo,
      'fdaebc429f4a735932a160da1301080c13280eea8bc280d1b392c6b9e6ba3a5a',
      'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f454d370c8d9fc323a41450f8d513eafeb5b0697390c1e505a0d4ddc71f566607',
    ],
    [
      9,
      'KEY_WEAK',
      mixedToo,
      '84b698d39be126ff55fe45079e6c8bf64a0d7db6994560b4e96b7021eb39c1a1',
      'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f084d5b99c2a9463d9c8bd5026916996984eeec87ddf1d3be329006ace1b37b09',
    ],
  ])('case %i is %s', (_number, verdict, key, message, signature) => {
    expect(isStrongEd25519Key(bytesOf(key))).toBe(verdict !== 'KEY_WEAK');
    expect(verify(key, message, signature)).toBe(verdict);
  });
});

/** trustwallet/wallet-core: rust/tw_tests/tests/chains/solana/solana_message_sign.rs. */
describe('a published signature of Solana', () => {
  const chain = 'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp';
  const address = base58.encode(bytesOf('ee6d61a89fc8f9909585a996bb0d2b2ac69ae23b5acf39a19f32631239ba06f9'));
  const answer = '2iBZ6zrQRKHcbD8NWmm552gU5vGvh1dk3XV4jxnyEdRKm8up8AeQk1GFr9pJokSmchw7i9gMtNyFBdDt8tBxM1cG';

  it('is good, and of no other message', () => {
    expect(verifyTyped({ chain, address, message: 'Hello world', answer })).toBe('GOOD');
    expect(verifyTyped({ chain, address, message: 'Hello World', answer })).toBe('SIGNATURE_INVALID');
  });
});

describe('published signatures of Aptos', () => {
  // dialectlabs/sdk: packages/blockchain-sdk-aptos/tests/auth/ed25519-payload/aptos-ed25519-payload-token-validator.spec.ts.
  it('in the layout of the wallet standard are good of their address, and of no other message or nonce', () => {
    const typed = {
      chain: 'aptos:1',
      address: '0x216400966ee27a01f9e47d6d06942dba88e4b4f22351ad2563fe8d8718d0d70e',
      message:
        'eyJhbGciOiJhcHRvcy1lZDI1NTE5LXBheWxvYWQiLCJ0eXAiOiJKV1QifQ.eyJzdWIiOiIweDIxNjQwMDk2NmVlMjdhMDFmOWU0N2Q2ZDA2OTQyZGJhODhlNGI0ZjIyMzUxYWQyNTYzZmU4ZDg3MThkMGQ3MGUiLCJzdWJfandrIjoiMHgwZjFlOTFkMzZlMGViMWYxZjNmOTA4ODAzOWVkNTlhMDI0NjFhNWFjZjM5YjI3ODYyYmYzZmFkNzU3MjRiNzA4IiwiaWF0IjoxNjY1NDkxMzYyLCJleHAiOjE2NjU1Nzc3NjJ9',
      nonce: '0xe63d26204b70959520bdba1dc155faca940c8096b3c909389f06207fcf6a7b21',
      answer: JSON.stringify({
        publicKey: '0x0f1e91d36e0eb1f1f3f9088039ed59a02461a5acf39b27862bf3fad75724b708',
        signature:
          '0x0db693cbfa974ba1e9211063326bd1fa20d0d9197fc72b6342f4578d59ed303d307e4224214272dd674080414a82c92a6241f776f81cd072afdcdd09e83da40d',
      }),
    };
    expect(verifyTyped(typed)).toBe('GOOD');
    expect(verifyTyped({ ...typed, nonce: '0' })).toBe('SIGNATURE_INVALID');
    expect(verifyTyped({ ...typed, message: 'another' })).toBe('SIGNATURE_INVALID');
  });

  // aptos-labs/aptos-ts-sdk: tests/unit/helper.ts and tests/unit/ed25519.test.ts.
  it('over bytes are good of their key', () => {
    const key = 'de19e5d1880cac87d57484ce9ed2e84cf0f9599f12e7cc3a52e4e7657a763f2c';
    const good =
      'c5de9e40ac00b371cd83b1c197fa5b665b7449b33cd3cdd305bb78222e06a671a49625ab9aea8a039d4bb70e275768084d62b094bc1b31964f2357b7c1af7e0d';
    expect(verify(key, '7777', good)).toBe('GOOD');
    expect(verify(key, '7777', `${good.slice(0, -1)}a`)).not.toBe('GOOD');
  });
});
