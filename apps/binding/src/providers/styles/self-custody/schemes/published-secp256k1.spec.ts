import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { decodeAntelope, toAntelopeKey } from '../../../kinds/crypto-address/forms/antelope';
import { toChecksumAddress } from '../../../kinds/crypto-address/forms/evm';
import { toTronAddress } from '../../../kinds/crypto-address/forms/tron';
import { verifyTyped } from '../../../../testing/verify-typed';
import { fromHex, hashPrefixed } from './bytes';
import { recoverAccount } from './eip-191';
import { compressKey, isSignedBy, readDer, recoverKey } from './secp256k1';

const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();

/** Whose signature of a digest it is: the account that is recovered, written as its chain does. */
const accountOf = (write: (account: Uint8Array) => string, digest: string, signature: string) => {
  const account = recoverAccount(bytesOf(digest), bytesOf(signature));
  return typeof account === 'string' ? account : write(account);
};

describe('published signatures of Ethereum', () => {
  const verify = (address: string, message: string, answer: string) =>
    verifyTyped({ chain: 'eip155:1', address, message, answer });

  it.each([
    // web3/web3.js: the example of its documentation, `accounts.sign`.
    [
      '0x2c7536E3605D9C16a7a3D7b1898e529396a65c23',
      'Some data',
      '0xb91467e570a6466aa9e9876cbcd013baba02900b8979d43fe208a4a4f339f5fd6007e74cd82e037b800186422fc2da167c747ef045e5d18a5f5d4300f8e1a0291c',
    ],
    // ethers-io/ethers.js: packages/tests/src.ts/test-wallet.ts.
    [
      '0x14791697260E4c9A71f18484C9f997B308e59325',
      'hello world',
      '0xddd0a7290af9526056b4e35a077b9a11b513aa0028ec6c9880948544508f3c63265e99e47ad31bb2cab9646c504576b3abc6939a1710afc08cbf3034d73214b81c',
    ],
    // polkadot-js/common: packages/util-crypto/src/signature/verify.spec.ts.
    [
      '0x002309df96687e44280bb72c3818358faeeb699c',
      'Pay KSMs to the Kusama account:88dc3417d5058ec4b4503e0c12ea1a0a89be200fe98922423d4334014fa6b0ee',
      '0x55bd020bdbbdc02de34e915effc9b18a99002f4c29f64e22e8dcbb69e722ea6c28e1bb53b9484063fbbfd205e49dcc1f620929f520c9c4c3695150f05a28f52a01',
    ],
  ])('are good of %s, and of no other message', (address, message, answer) => {
    expect(verify(address, message, answer)).toBe('GOOD');
    expect(verify(address, `${message}!`, answer)).toBe('OTHER_ADDRESS');
  });

  it.each([
    // ethers-io/ethers.js: packages/tests/src.ts/test-wallet.ts; bytes that are no text, by their hash.
    [
      '0xD351c7c627ad5531Edb9587f4150CaF393c33E87',
      '0x93100cc9477ba6522a2d7d5e83d0e075b167224ed8aa0c5860cfd47fa9f22797',
      '0x546f0c996fa4cfbf2b68fd413bfb477f05e44e66545d7782d87d52305831cd055fc9943e513297d0f6755ad1590a5476bf7d1761d4f9dc07dfe473824bbdec751b',
    ],
    [
      '0xe7deA7e64B62d1Ca52f1716f29cd27d4FE28e3e1',
      '0x06c9d148d268f9a13d8f94f4ce351b0beff3b9ba69f23abbf171168202b2dd67',
      '0x7222038446034a0425b6e3f0cc3594f0d979c656206408f937c37a8180bb1bea047d061e4ded4aeac77fa86eb02d42ba7250964ac3eb9da1337090258ce798491c',
    ],
  ])('of a digest are of %s', (address, digest, signature) => {
    expect(accountOf((account) => toChecksumAddress(bytesToHex(account)), digest, signature)).toBe(address);
  });

  it('have the published hash', () => {
    expect(bytesToHex(hashPrefixed('\x19Ethereum Signed Message:\n', 'hello world'))).toBe(
      'd9eba16ed0ecae432b71fe008c98cc872bb4cc214d3220a36f365326cf807d68',
    );
  });

  // ethers-io/ethers.js: src.ts/_tests/test-verify-message.ts.
  it('of a contract account, and one that is too long, are of what no node was asked about', () => {
    const longer =
      '0xa49cbf529399c40a5d5caa3b2b4895664ba3fccdb5a2ff7dbbc3ff7ad2f9fc2b2e4439621254e853152a848374619243d3e94d0545d2b26dbc0b476db97fb9551b00';
    expect(verify('0x63c159F17a6B9788902AD749678d94a25fA4e6Be', 'Hello World', longer)).toBe('CONTRACT_ACCOUNT');
  });
});

describe('published signatures of TRON', () => {
  const address = 'TMVQGm1qAQYVdetCeGRRkTWYYrLXuHK2HC';
  const chain = 'tron:0x2b6653dc';

  // tronprotocol/tronweb: test/testcases/src/sign-message.ts.
  it('are good over a text, and of no other', () => {
    const answer =
      '0x0dc0b53d525e0103a6013061cf18e60cf158809149f2b8994a545af65a7004cb1eeaff560e801ab51b28df5d42549aa024c2aa7e9d34de1e01294b9afb5e6c7e1c';
    expect(verifyTyped({ chain, address, message: 'hello world', answer })).toBe('GOOD');
    expect(verifyTyped({ chain, address, message: 'hello world!', answer })).toBe('OTHER_ADDRESS');
    expect(bytesToHex(hashPrefixed('\x19TRON Signed Message:\n', 'hello world'))).toBe(
      'cf02daeb2bea196ed5692322a66ed50080ce74ff8cb711199f1b04f3c13bc10d',
    );
  });

  it.each([
    [
      'TVEZYjZyemfJoLUdGtzsM2ua1HAnbsNgAF',
      '0x66733cf31ee3f133db9561efdca3d65ba930bdf57fb1af3b6cc0ba4966ecc882',
      '0xdc3ffce3ffa792a3c76b9ea6909f715ffed0386bb9be0d1ece2d80bde37c368028eed4c9a6fd9608407b224050db7c648a8a7668a7582893efcb2c19d3327b811b',
    ],
    [
      'TBzEvowPVErmNWVegYMQcurDF3jgHU4VME',
      '0xc6bb689ca3663d132c07540d31f46e03b0e4291d990c77083c136a234f079455',
      '0x4a32ec6cfd034304f6fb45767d98a2414a9ab439a829b60e756c79f7e3c0f4ed0d1f76d88839a4425146084a6ef3703a2a692fdacc76c80c269268f6ba6df38b1c',
    ],
  ])('of a digest are of %s', (tron, digest, signature) => {
    expect(accountOf(toTronAddress, digest, signature)).toBe(tron);
  });

  // trustwallet/wallet-core: tests/chains/Tron/TronMessageSignerTests.cpp; both of one key, whose address it does not name.
  it('of another wallet are of one account', () => {
    const accounts = [
      [
        'Hello World',
        'bc0753c070cc55693097df11bc11e1a7c4bd5e1a40b9dc94c75568e59bcc9d6b50a7873ef25b469e494490a54de37327b4bc7fc825c81a377b555e34fb7261ba1c',
      ],
      [
        'A much longer message to test the signing and verification process',
        '93aee5f753cf889e0749c74dd0c5996cce889883ae079e09ede462e16d65d06a4f43d1ed2745e9f3c1690695628269bd58f057a4a93953cc50e66b4a05bc0f451b',
      ],
    ].map(([message = '', signature = '']) =>
      recoverAccount(hashPrefixed('\x19TRON Signed Message:\n', message), bytesOf(signature)),
    );
    expect(accounts[0]).toBeInstanceOf(Uint8Array);
    expect(accounts[1]).toEqual(accounts[0]);
  });
});

/** eosswedenorg/libeosio: tests/ec/ecdsa_recover.cpp and tests/ec/ecdsa_verify.cpp. */
describe('published signatures of EOS', () => {
  const chain = 'antelope:aca376f206b8fc25a6ed44dbdc66547c';
  const third = 'SIG_K1_K54CVeQjFREm9Z92jutWESZWb9WQfCRZ2KfMtisfsnxedppeSMxTrZ9fYDLiJTfE79zvLCHb5NysAEcNdh7HiBvtU4Ahhh';
  const keyOf = (digest: string, answer: string) => {
    const signature = decodeAntelope(answer.slice('SIG_K1_'.length), 'K1', 65);
    if (!signature) throw new Error(`${answer} is not in the encoding of Antelope`);
    const key = recoverKey(bytesOf(digest), signature.subarray(1), (signature[0] ?? 0) - 31);
    return typeof key === 'string' ? key : compressKey(key);
  };

  // Its digest is SHA-256 of “message”.
  it('are good over a text, and of no other', () => {
    const address = 'EOS6zjfj9Xjk9CYoucZDptdDZ6317eZd622pVvaYtv5q6gwEs9icD';
    const answer =
      'SIG_K1_KdgBih1poWj8DYZXwLxMdjaHMzYhuAVp7XshR9ZjrZSubZwsgSpiyUKXu44NmCtKgRFswmqKaioWLTuGZrXwYPsSNCSyyr';
    expect(verifyTyped({ chain, address, message: 'message', answer })).toBe('GOOD');
    expect(verifyTyped({ chain, address, message: 'message.', answer })).toBe('OTHER_ADDRESS');
  });

  it.each([
    [
      '19d3e08bbbad5f0235a8a8f81a7fa1e0f850dd3912e3c655b435d4786b9364a6',
      'SIG_K1_K4XXx6oSYBzcwzscMstvSxruxdkTCinyN9dnRo4DuBkCCpQbCJQcJmbE7aAmNueBYCccHyyDK5JDfMpvewRF2rGUFtSE2y',
      '030769bba52cd2e13b3e0a40b3a244ad716e32649c3a64274f31868a4c69588649',
    ],
    [
      '1b010be5ce6a49c7cd04860def631c6accd517472e745ba6c8af261b157e11ec',
      third,
      '035c5081efa646005ab9d82bfed8e16d15429e9acbc9d6b32e5ae3eda58d6a426c',
    ],
  ])('of the digest %s are of their key', (digest, answer, key) => {
    expect(keyOf(digest, answer)).toEqual(bytesOf(key));
  });

  it.each([
    [
      'de0164033901668ba039ef3161c7c89d154bc67b995cba9b238a764b81f2ffeb',
      third,
      '035c5081efa646005ab9d82bfed8e16d15429e9acbc9d6b32e5ae3eda58d6a426c',
    ],
    [
      'a7f78936eab795a771aa73b5f6b8a040e54fb387ffd9b64e304ca378ab688624',
      'SIG_K1_K4QgBwbwAP879cjV66LjPmEBoVA3FXesYp6KxRbbshVeQRSJmgreFkBYx3eBTHNdJx2dxZatx9sRJvwh1JY2F2U6APmHKE',
      '022564319d414682eb60ed17e98ad12160c465e77e732e45f0788b7f433071bc34',
    ],
    [
      '48d7d3839ca282deb69ab83436b09f19bbdf2bb539429232333484ddbabd9543',
      'SIG_K1_K2XJBWCnx98kr8N3fe25BFDpsc8M4nERkzYSWpVAMoXBv9Nw83xDTTSErstUnh25scMGDHn9TsAqNirNruWRM3jzdKGe7m',
      '0288b4833a8618d3b22bbee6593df241f6ed8640e619c845037857decb2ad7c2f0',
    ],
  ])('of the digest %s are not of this key', (digest, answer, key) => {
    const found = keyOf(digest, answer);
    expect(typeof found === 'string' ? found : toAntelopeKey(found)).not.toBe(toAntelopeKey(bytesOf(key)));
  });
});

/** C2SP/wycheproof: testvectors_v1/ecdsa_secp256k1_sha256_bitcoin_test.json, the number of each before it. */
describe('published signatures of secp256k1, in DER', () => {
  const key = bytesOf(
    '04b838ff44e5bc177bf21189d0766082fc9d843226887fc9760371100b7ee20a6ff0c9d75bfba7b31a6bca1974496eeb56de357071955d83c4b1badaa0b21832e9',
  );
  const digest = sha256(bytesOf('313233343030'));
  const r = '813ef79ccefa9a56f7ba805f0e478584fe5f0dd5f567bc09b5123ccbc9832365';
  const s = '6ff18a52dcc0336f7af62400a6dd9b810732baf1ff758000d6f613a556eb31ba';
  const verify = (der: string) => {
    const compact = readDer(bytesOf(der));
    if (typeof compact === 'string') return compact;
    return isSignedBy(compact, digest, key) ? 'GOOD' : 'SIGNATURE_INVALID';
  };

  it.each([
    [2, 'GOOD', `3045022100${r}0220${s}`],
    [1, 'SIGNATURE_MALLEABLE', `3046022100${r}022100900e75ad233fcc908509dbff5922647db37c21f4afd3203ae8dc4ae7794b0f87`],
    [3, 'SIGNATURE_FORMAT', `308145022100${r}0220${s}`],
    [4, 'SIGNATURE_FORMAT', `30820045022100${r}0220${s}`],
    [5, 'SIGNATURE_FORMAT', `3046022100${r}0220${s}`],
    [6, 'SIGNATURE_FORMAT', `3044022100${r}0220${s}`],
    [15, 'SIGNATURE_FORMAT', `3080022100${r}0220${s}`],
    [16, 'SIGNATURE_FORMAT', ''],
    [17, 'SIGNATURE_FORMAT', '30'],
    [18, 'SIGNATURE_FORMAT', `3047022100${r}0220${s}0000`],
    [20, 'SIGNATURE_FORMAT', `3045022100${r}0220${s}0000`],
    [21, 'SIGNATURE_FORMAT', `3047022100${r}0220${s}0500`],
    [63, 'SIGNATURE_FORMAT', `30470282002100${r}0220${s}`],
    [75, 'SIGNATURE_FORMAT', `30220220${s}`],
    [79, 'SIGNATURE_FORMAT', `30470223000000${r}0220${s}`],
    [82, 'SIGNATURE_FORMAT', `304a2226498177022100${r}0220${s}`],
    [89, 'SIGNATURE_FORMAT', `302405000220${s}`],
    [90, 'SIGNATURE_FORMAT', `3045002100${r}0220${s}`],
    [95, 'SIGNATURE_FORMAT', `302402000220${s}`],
    [97, 'SIGNATURE_FORMAT', `3045022102${r}0220${s}`],
    [98, 'SIGNATURE_INVALID', `3045022100813ef79ccefa9a56f7ba805f0e478584fe5f0dd5f567bc09b5123ccbc98323e50220${s}`],
    [100, 'SIGNATURE_FORMAT', `30440220${r}0220${s}`],
  ])('%i is %s', (_number, verdict, der) => {
    expect(verify(der)).toBe(verdict);
  });
});
