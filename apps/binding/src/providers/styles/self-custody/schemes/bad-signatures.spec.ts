import { createHash } from 'node:crypto';
import { ed25519, ED25519_TORSION_SUBGROUP } from '@noble/curves/ed25519.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { base58, base64, hex } from '@scure/base';
import fc from 'fast-check';
import { findChain } from '../../../kinds/crypto-address/chain.rules';
import {
  aptosWallet,
  bitcoinWallet,
  eosWallet,
  evmWallet,
  oneOfEach,
  solanaWallet,
  substrateWallet,
  tronWallet,
  type OtherWallet,
} from '../../../../testing/other-wallets';
import { verifyTyped } from '../../../../testing/verify-typed';
import { canSign } from '.';

const message = 'example.com wants you to sign in with your account:\nan address\n\nNonce: 0123456789abcdef';
const nonce = '0123456789abcdef';
const orderOfEd25519 = ed25519.Point.Fn.ORDER;
const orderOfSecp256k1 = secp256k1.Point.Fn.ORDER;

const verify = ({ chain, address }: Pick<OtherWallet, 'chain' | 'address'>, answer: string, text = message) =>
  verifyTyped({ chain, address, message: text, nonce, answer });

const bytesOf = (text: string) => hex.decode(text.replace(/^0x/, ''));
const toHex = (bytes: Uint8Array) => `0x${hex.encode(bytes)}`;
const be = (value: bigint) => hex.decode(value.toString(16).padStart(64, '0'));
const le = (value: bigint) => be(value).reverse();
const fromLe = (bytes: Uint8Array) => BigInt(`0x${hex.encode(Uint8Array.from(bytes).reverse())}`);
const splice = (bytes: Uint8Array, at: number, part: Uint8Array) => {
  const copy = Uint8Array.from(bytes);
  copy.set(part, at);
  return copy;
};

/** The other signature that anybody can make of an ECDSA one: n - s, and the other point. */
function twinOf(bytes: Uint8Array, at: number): Uint8Array {
  const s = BigInt(`0x${hex.encode(bytes.subarray(at + 32, at + 64))}`);
  return splice(bytes, at + 32, be(orderOfSecp256k1 - s));
}

describe('ECDSA that others could have made of a good signature', () => {
  it.each([
    ['EVM', evmWallet()],
    ['TRON', tronWallet()],
  ])('is refused on %s: s in the upper half, with the other v', async (_name, wallet) => {
    const good = bytesOf(await wallet.sign(message, nonce));
    const twin = twinOf(good, 0);
    twin[64] = good[64] === 27 ? 28 : 27;
    expect(verify(wallet, toHex(good))).toBe('GOOD');
    expect(verify(wallet, toHex(twin))).toBe('SIGNATURE_MALLEABLE');
    expect(verify(wallet, toHex(good).toUpperCase().replace('0X', '0x'))).toBe('GOOD');
  });

  it('is refused of Bitcoin, in the legacy form and in a witness', async () => {
    const legacy = bitcoinWallet('p2pkh');
    const good = base64.decode(await legacy.sign(message, nonce));
    const twin = twinOf(good, 1);
    twin[0] = (good[0] ?? 0) % 2 === 0 ? (good[0] ?? 0) - 1 : (good[0] ?? 0) + 1;
    expect(verify(legacy, base64.encode(twin))).toBe('SIGNATURE_MALLEABLE');

    const segwit = bitcoinWallet('p2wpkh');
    const witness = base64.decode(await segwit.sign(message, nonce));
    const length = witness[1] ?? 0;
    const der = witness.subarray(2, 1 + length);
    const { r, s } = secp256k1.Signature.fromBytes(der, 'der');
    const high = new secp256k1.Signature(r, orderOfSecp256k1 - s).toBytes('der');
    const key = witness.subarray(2 + length);
    const forged = Uint8Array.of(2, high.length + 1, ...high, 1, ...key);
    expect(verify(segwit, base64.encode(forged))).toBe('SIGNATURE_MALLEABLE');
  });

  it('is refused of EOS and of ECDSA accounts of Polkadot', async () => {
    const substrate = await substrateWallet('ecdsa');
    const good = bytesOf(await substrate.sign(message, nonce));
    const twin = twinOf(good, 1);
    twin[65] = good[65] === 0 ? 1 : 0;
    expect(verify(substrate, toHex(twin))).toBe('SIGNATURE_MALLEABLE');

    const eos = eosWallet();
    const body = base58.decode((await eos.sign(message, nonce)).slice('SIG_K1_'.length)).subarray(0, 65);
    const other = twinOf(body, 1);
    other[0] = body[0] === 31 ? 32 : 31;
    const checksum = createHash('ripemd160').update(other).update('K1').digest().subarray(0, 4);
    expect(verify(eos, `SIG_K1_${base58.encode(Uint8Array.of(...other, ...checksum))}`)).toBe('SIGNATURE_MALLEABLE');
  });

  it.each([2, 3, 29, 37, 38, 255])('has no v of %i: such are of transactions, or of nobody', async (v) => {
    const wallet = evmWallet();
    const good = bytesOf(await wallet.sign(message, nonce));
    expect(verify(wallet, toHex(splice(good, 64, Uint8Array.of(v))))).toBe('SIGNATURE_FORMAT');
  });

  it('has v as hardware wallets write it, too', async () => {
    const wallet = evmWallet();
    const good = bytesOf(await wallet.sign(message, nonce));
    expect(verify(wallet, toHex(splice(good, 64, Uint8Array.of((good[64] ?? 0) - 27))))).toBe('GOOD');
  });

  it.each([
    ['r = 0', 0n, 1n],
    ['s = 0', 1n, 0n],
    ['r = n', orderOfSecp256k1, 1n],
    ['s = n', 1n, orderOfSecp256k1],
  ])('is none with %s', (_name, r, s) => {
    expect(verify(evmWallet(), toHex(Uint8Array.of(...be(r), ...be(s), 27)))).toBe('SIGNATURE_FORMAT');
  });

  it('of contract accounts is told apart: ERC-1271 and ERC-6492 have no fixed length', () => {
    expect(verify(evmWallet(), `0x${'00'.repeat(64)}${'6492'.repeat(16)}`)).toBe('CONTRACT_ACCOUNT');
    expect(verify(evmWallet(), `0x${'00'.repeat(64)}`)).toBe('SIGNATURE_FORMAT');
  });
});

describe('Ed25519 that is good in more than one way', () => {
  const identity = Uint8Array.of(1, ...new Uint8Array(31));

  it('is refused with S of L or more', async () => {
    const wallet = solanaWallet();
    const good = base58.decode(await wallet.sign(message, nonce));
    const raised = splice(good, 32, le(fromLe(good.subarray(32)) + orderOfEd25519));
    expect(verify(wallet, base58.encode(good))).toBe('GOOD');
    expect(verify(wallet, base58.encode(raised))).toBe('SIGNATURE_MALLEABLE');
    const aptos = aptosWallet();
    const answer = JSON.parse(await aptos.sign(message, nonce)) as { publicKey: string; signature: string };
    const bytes = bytesOf(answer.signature);
    const signature = toHex(splice(bytes, 32, le(fromLe(bytes.subarray(32)) + orderOfEd25519)));
    expect(verify(aptos, JSON.stringify({ ...answer, signature }))).toBe('SIGNATURE_MALLEABLE');
  });

  it('is refused under every key of small order, for which one signature is good of any message', () => {
    for (const key of ED25519_TORSION_SUBGROUP.map((text) => hex.decode(text))) {
      const wallet = { chain: 'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp', address: base58.encode(key) };
      const chain = findChain(wallet.chain);
      expect(chain && canSign(chain, wallet.address)).toBe(false);
      expect(verify(wallet, base58.encode(Uint8Array.of(...identity, ...new Uint8Array(32))))).toBe('KEY_WEAK');
    }
  });

  it('is refused with a key or a commitment that a point of small order was added to', async () => {
    const torsion = ed25519.Point.fromBytes(hex.decode(ED25519_TORSION_SUBGROUP[1] ?? ''));
    const wallet = solanaWallet();
    const mixed = ed25519.Point.fromBytes(base58.decode(wallet.address)).add(torsion).toBytes();
    const good = base58.decode(await wallet.sign(message, nonce));
    expect(verify({ ...wallet, address: base58.encode(mixed) }, base58.encode(good))).toBe('KEY_WEAK');
    const commitment = ed25519.Point.fromBytes(good.subarray(0, 32)).add(torsion).toBytes();
    expect(verify(wallet, base58.encode(splice(good, 0, commitment)))).toBe('SIGNATURE_MALLEABLE');
    expect(verify(wallet, base58.encode(splice(good, 0, identity)))).toBe('SIGNATURE_MALLEABLE');
  });

  it('is none of a program’s address, which is no point', () => {
    const chain = findChain('solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp');
    const off = [...Array(40).keys()].map((first) => Uint8Array.of(first, ...new Uint8Array(30), 0x11));
    const verdicts = off.map((key) => chain && canSign(chain, base58.encode(key)));
    expect(verdicts).toContain(false);
  });
});

describe('sr25519', () => {
  it('is refused under the identity, where anybody could sign', async () => {
    const { encodeAddress } = await import('@polkadot/util-crypto');
    const wallet = await substrateWallet();
    const nobody = { chain: wallet.chain, address: encodeAddress(new Uint8Array(32), 0) };
    const forged = new Uint8Array(64);
    forged[63] = 0x80;
    expect(verify(nobody, toHex(forged))).toBe('KEY_WEAK');
  });

  it('is refused with S of L or more, without its mark, and as of another kind', async () => {
    const wallet = await substrateWallet();
    const good = bytesOf(await wallet.sign(message, nonce));
    const s = splice(good.subarray(33), 31, Uint8Array.of((good[64] ?? 0) & 0x7f));
    const raised = splice(good, 33, le(fromLe(s) + orderOfEd25519));
    raised[64] = (raised[64] ?? 0) | 0x80;
    expect(verify(wallet, toHex(raised))).toBe('SIGNATURE_MALLEABLE');
    expect(verify(wallet, toHex(splice(good, 64, Uint8Array.of((good[64] ?? 0) & 0x7f))))).toBe('SIGNATURE_FORMAT');
    expect(verify(wallet, toHex(splice(good, 0, Uint8Array.of(0))))).not.toBe('GOOD');
    expect(verify(wallet, toHex(splice(good, 0, Uint8Array.of(3))))).toBe('SIGNATURE_FORMAT');
  });

  it('is of the text between <Bytes>, never of the bare text', async () => {
    const { sr25519PairFromSeed, sr25519Sign, encodeAddress } = await import('@polkadot/util-crypto');
    const pair = sr25519PairFromSeed(new Uint8Array(32).fill(7));
    const wallet = { chain: 'polkadot:91b171bb158e2d3848fa23a9f1c25182', address: encodeAddress(pair.publicKey, 0) };
    expect(verify(wallet, toHex(sr25519Sign(message, pair)))).toBe('SIGNATURE_INVALID');
    expect(verify(wallet, toHex(sr25519Sign(`<Bytes>${message}</Bytes>`, pair)))).toBe('GOOD');
  });
});

describe('one byte changed', () => {
  const byteOf = fc.record({ place: fc.nat({ max: 10_000 }), by: fc.integer({ min: 1, max: 255 }) });
  let wallets: readonly (readonly [string, OtherWallet])[];
  beforeAll(async () => {
    wallets = Object.entries(await oneOfEach());
  });

  /** What carries the bytes, and how they are written. */
  function codecOf(name: string, answer: string) {
    if (name.startsWith('Bitcoin')) return { bytes: base64.decode(answer), write: base64.encode };
    if (name === 'Solana') return { bytes: base58.decode(answer), write: base58.encode };
    if (name.startsWith('Aptos')) {
      const read = JSON.parse(answer) as { signature: string };
      const write = (bytes: Uint8Array) => JSON.stringify({ ...read, signature: toHex(bytes) });
      return { bytes: bytesOf(read.signature), write };
    }
    if (name.startsWith('EOS')) {
      const bytes = base58.decode(answer.slice('SIG_K1_'.length));
      return { bytes, write: (changed: Uint8Array) => `SIG_K1_${base58.encode(changed)}` };
    }
    return { bytes: bytesOf(answer), write: toHex };
  }

  it('of the signature makes it worthless, wherever it is', async () => {
    for (const [name, wallet] of wallets) {
      const { bytes, write } = codecOf(name, await wallet.sign(message, nonce));
      expect([name, verify(wallet, write(bytes))]).toEqual([name, 'GOOD']);
      fc.assert(
        fc.property(byteOf, ({ place, by }) => {
          const at = place % bytes.length;
          const changed = splice(bytes, at, Uint8Array.of((bytes[at] ?? 0) ^ by));
          // Two ways of writing v, and headers of Bitcoin that name the same key, are no other signature.
          const sameInOtherWords =
            write(changed) !== write(bytes) && isHeader(name, at, bytes[at] ?? 0, changed[at] ?? 0);
          return sameInOtherWords || verify(wallet, write(changed)) !== 'GOOD';
        }),
        { numRuns: 10 },
      );
    }
  });

  it('of the message makes it worthless', async () => {
    for (const [, wallet] of wallets) {
      const answer = await wallet.sign(message, nonce);
      fc.assert(
        fc.property(byteOf, ({ place, by }) => {
          const at = place % message.length;
          const other = String.fromCharCode(message.charCodeAt(at) ^ (by & 0x7f || 1));
          const text = `${message.slice(0, at)}${other}${message.slice(at + 1)}`;
          return text === message || verify(wallet, answer, text) !== 'GOOD';
        }),
        { numRuns: 8 },
      );
    }
  });

  it('is nothing that anything throws for, whatever the text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...wallets), fc.string({ unit: 'binary', maxLength: 300 }), ([, wallet], text) => {
        expect(verify(wallet, text)).not.toBe('GOOD');
      }),
      { numRuns: 200 },
    );
  });
});

function isHeader(name: string, at: number, was: number, is: number): boolean {
  if (name.startsWith('Bitcoin') && at === 0)
    return was >= 31 && is >= 31 && is <= 42 && (was - 27) % 4 === (is - 27) % 4;
  const evmLike = ['Ethereum', 'BNB Smart Chain', 'OKExChain', 'an EVM chain without a name', 'TRON'].includes(name);
  return evmLike && at === 64 && was - 27 === is;
}

describe('the words of EOS', () => {
  it('have a checksum, and another for each curve', async () => {
    const wallet = eosWallet();
    const good = await wallet.sign(message, nonce);
    expect(verify(wallet, good)).toBe('GOOD');
    expect(verify(wallet, good.replace('SIG_K1_', 'SIG_R1_'))).toBe('SIGNATURE_FORMAT');
    expect(verify(wallet, `${good.slice(0, -1)}${good.endsWith('1') ? '2' : '1'}`)).toBe('SIGNATURE_FORMAT');
  });
});
