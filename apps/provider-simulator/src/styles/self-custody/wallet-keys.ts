import { createHash, createPrivateKey, createPublicKey, sign as signBytes } from 'node:crypto';
import type { WalletChain } from './chains';

/** A key of the wallet on one chain. */
export interface WalletKey {
  readonly address: string;
  /** As the chain's wallets hand a signature to the app that asked: text, or JSON with the public key. */
  sign(message: string, nonce: string): string;
}

const utf8 = (text: string) => Buffer.from(text, 'utf8');
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const toHex = (bytes: Uint8Array) => `0x${Buffer.from(bytes).toString('hex')}`;

/* eslint-disable @typescript-eslint/no-require-imports -- loaded late, see below */
/** Half a second and 45 MB: only when somebody opens the wallet. Others than what the platform verifies with. */
const loadPolkadot = () => require('@polkadot/util-crypto') as typeof import('@polkadot/util-crypto');
const loadBitcoin = () => require('bip322-js') as typeof import('bip322-js');
const loadAntelope = () => require('@wharfkit/antelope') as typeof import('@wharfkit/antelope');
/* eslint-enable @typescript-eslint/no-require-imports */

const withChecksum = (body: Uint8Array) => Buffer.concat([body, sha256(sha256(body)).subarray(0, 4)]);

/** r, s and v over Keccak-256 of a text behind its prefix, as EVM wallets and TRON's have it. */
function signPrefixed(prefix: string, message: string, seed: Buffer): string {
  const body = utf8(message);
  const framed = Buffer.concat([utf8(`${prefix}${body.length}`), body]);
  const { secp256k1PairFromSeed, secp256k1Sign } = loadPolkadot();
  const signature = secp256k1Sign(framed, secp256k1PairFromSeed(seed), 'keccak');
  return toHex(Uint8Array.of(...signature.subarray(0, 64), (signature[64] ?? 0) + 27));
}

function evmKey(seed: Buffer): WalletKey {
  const { ethereumEncode, secp256k1PairFromSeed } = loadPolkadot();
  return {
    address: ethereumEncode(secp256k1PairFromSeed(seed).publicKey),
    sign: (message) => signPrefixed('\x19Ethereum Signed Message:\n', message, seed),
  };
}

function tronKey(seed: Buffer): WalletKey {
  const { base58Encode } = loadPolkadot();
  const account = Buffer.from(evmKey(seed).address.slice(2), 'hex');
  return {
    address: base58Encode(withChecksum(Uint8Array.of(0x41, ...account))),
    sign: (message) => signPrefixed('\x19TRON Signed Message:\n', message, seed),
  };
}

function bitcoinKey(seed: Buffer): WalletKey {
  const { Address, Signer } = loadBitcoin();
  const { base58Encode, secp256k1PairFromSeed } = loadPolkadot();
  const publicKey = Buffer.from(secp256k1PairFromSeed(seed).publicKey);
  const address = Address.convertPubKeyIntoAddress(publicKey, 'p2wpkh').mainnet;
  const wif = base58Encode(withChecksum(Uint8Array.of(0x80, ...seed, 0x01)));
  return { address, sign: (message) => String(Signer.sign(wif, address, message)) };
}

/** RFC 8410: what stands before the 32 bytes of a private key of Ed25519. */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

function ed25519(seed: Buffer) {
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
  return { publicKey, sign: (message: string) => signBytes(null, utf8(message), key) };
}

function solanaKey(seed: Buffer): WalletKey {
  const { base58Encode } = loadPolkadot();
  const { publicKey, sign } = ed25519(seed);
  return { address: base58Encode(publicKey), sign: (message) => base58Encode(sign(message)) };
}

function aptosKey(seed: Buffer): WalletKey {
  const { publicKey, sign } = ed25519(seed);
  const address = createHash('sha3-256').update(publicKey).update(Uint8Array.of(0)).digest();
  return {
    address: toHex(address),
    sign: (message, nonce) =>
      JSON.stringify({
        publicKey: toHex(publicKey),
        signature: toHex(sign(`APTOS\nmessage: ${message}\nnonce: ${nonce}`)),
      }),
  };
}

function substrateKey(seed: Buffer, network: number): WalletKey {
  const { encodeAddress, sr25519PairFromSeed, sr25519Sign } = loadPolkadot();
  const pair = sr25519PairFromSeed(seed);
  return {
    address: encodeAddress(pair.publicKey, network),
    // 0x01 before it says that it is of sr25519.
    sign: (message) => toHex(Uint8Array.of(1, ...sr25519Sign(utf8(`<Bytes>${message}</Bytes>`), pair))),
  };
}

function eosKey(seed: Buffer): WalletKey {
  const { Bytes, KeyType, PrivateKey } = loadAntelope();
  const key = new PrivateKey(KeyType.K1, new Bytes(seed));
  return { address: key.toPublic().toString(), sign: (message) => key.signMessage(utf8(message)).toString() };
}

/** The key of a chain that comes of these 32 bytes. */
export async function walletKeyOf({ signing, network = 42 }: WalletChain, seed: Buffer): Promise<WalletKey> {
  await loadPolkadot().cryptoWaitReady();
  switch (signing) {
    case 'EVM':
      return evmKey(seed);
    case 'TRON':
      return tronKey(seed);
    case 'BITCOIN':
      return bitcoinKey(seed);
    case 'SOLANA':
      return solanaKey(seed);
    case 'APTOS':
      return aptosKey(seed);
    case 'SUBSTRATE':
      return substrateKey(seed, network);
    case 'EOS':
      return eosKey(seed);
  }
}
