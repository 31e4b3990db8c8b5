import { createECDH, createHash, randomBytes } from 'node:crypto';
import { Account, Ed25519PrivateKey } from '@aptos-labs/ts-sdk';
import { Keyring } from '@polkadot/keyring';
import { cryptoWaitReady } from '@polkadot/util-crypto';
import { base58 } from '@scure/base';
import { PrivateKey } from '@wharfkit/antelope';
import { Address, Signer } from 'bip322-js';
import { TronWeb } from 'tronweb';
import nacl from 'tweetnacl';
import { privateKeyToAccount } from 'viem/accounts';

/** A wallet made of somebody else’s code, which shares nothing with what verifies. */
export interface OtherWallet {
  readonly chain: string;
  readonly address: string;
  /** An answer as `answerActivation` takes it. */
  sign(message: string, nonce: string): Promise<string>;
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

export function evmWallet(chain = 'eip155:1'): OtherWallet {
  const account = privateKeyToAccount(`0x${hex(randomBytes(32))}`);
  return { chain, address: account.address, sign: (message) => account.signMessage({ message }) };
}

export function tronWallet(): OtherWallet {
  const key = hex(randomBytes(32));
  const tron = new TronWeb({ fullHost: 'http://127.0.0.1:9' });
  const address = tron.address.fromPrivateKey(key);
  if (!address) throw new Error('tronweb makes no address');
  return { chain: 'tron:0x2b6653dc', address, sign: async (message) => tron.trx.signMessageV2(message, key) };
}

export type BitcoinType = 'p2pkh' | 'p2sh-p2wpkh' | 'p2wpkh' | 'p2tr';

export function bitcoinWallet(type: BitcoinType, wif = newWif()): OtherWallet {
  const publicKey = publicKeyOf(wif);
  const address = Address.convertPubKeyIntoAddress(publicKey, type).mainnet;
  return {
    chain: 'bip122:000000000019d6689c085ae165831e93',
    address,
    sign: async (message) => String(Signer.sign(wif, address, message)),
  };
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

function newWif(): string {
  const body = Buffer.concat([Uint8Array.of(0x80), randomBytes(32), Uint8Array.of(0x01)]);
  return base58.encode(Buffer.concat([body, sha256(sha256(body)).subarray(0, 4)]));
}

function publicKeyOf(wif: string): Buffer {
  const pair = createECDH('secp256k1');
  pair.setPrivateKey(Buffer.from(base58.decode(wif)).subarray(1, 33));
  return pair.getPublicKey(null, 'compressed');
}

export function solanaWallet(): OtherWallet {
  const { publicKey, secretKey } = nacl.sign.keyPair();
  return {
    chain: 'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp',
    address: base58.encode(publicKey),
    sign: async (message) => base58.encode(nacl.sign.detached(new TextEncoder().encode(message), secretKey)),
  };
}

export function aptosWallet({ legacy = true, petra = false } = {}): OtherWallet {
  const account = Account.fromPrivateKey({ privateKey: new Ed25519PrivateKey(randomBytes(32)), legacy });
  const publicKey = new Ed25519PrivateKey(account.privateKey.toUint8Array()).publicKey();
  return {
    chain: 'aptos:1',
    address: account.accountAddress.toStringLong(),
    sign: async (message, nonce) => {
      const text = petra
        ? `APTOS\nnonce: ${nonce}\nmessage: ${message}`
        : `APTOS\nmessage: ${message}\nnonce: ${nonce}`;
      const signature = new Ed25519PrivateKey(account.privateKey.toUint8Array()).sign(new TextEncoder().encode(text));
      return JSON.stringify({ publicKey: publicKey.toString(), signature: signature.toString() });
    },
  };
}

export async function substrateWallet(
  type: 'sr25519' | 'ed25519' | 'ecdsa' = 'sr25519',
  { kusama = false, withType = true } = {},
): Promise<OtherWallet> {
  await cryptoWaitReady();
  const pair = new Keyring({ type, ss58Format: kusama ? 2 : 0 }).addFromSeed(randomBytes(32));
  return {
    chain: `polkadot:${kusama ? 'b0a8d493285c2df73290dfb7e61f870f' : '91b171bb158e2d3848fa23a9f1c25182'}`,
    address: pair.address,
    sign: async (message) => `0x${hex(pair.sign(`<Bytes>${message}</Bytes>`, { withType }))}`,
  };
}

export function eosWallet({ legacy = false } = {}): OtherWallet {
  const key = PrivateKey.generate('K1');
  const address = legacy ? key.toPublic().toLegacyString('EOS') : key.toPublic().toString();
  return {
    chain: 'antelope:aca376f206b8fc25a6ed44dbdc66547c',
    address,
    sign: async (message) => key.signMessage(new TextEncoder().encode(message)).toString(),
  };
}

/** One of each family and of each way it signs. */
export const oneOfEach = async (): Promise<Readonly<Record<string, OtherWallet>>> => ({
  Ethereum: evmWallet(),
  'BNB Smart Chain': evmWallet('eip155:56'),
  OKExChain: evmWallet('eip155:66'),
  'an EVM chain without a name': evmWallet('eip155:4242'),
  TRON: tronWallet(),
  'Bitcoin P2PKH': bitcoinWallet('p2pkh'),
  'Bitcoin P2SH-P2WPKH': bitcoinWallet('p2sh-p2wpkh'),
  'Bitcoin P2WPKH': bitcoinWallet('p2wpkh'),
  'Bitcoin P2TR': bitcoinWallet('p2tr'),
  Solana: solanaWallet(),
  Aptos: aptosWallet(),
  'Aptos, one key of an account': aptosWallet({ legacy: false }),
  'Aptos, Petra': aptosWallet({ petra: true }),
  Polkadot: await substrateWallet(),
  'Polkadot without the type': await substrateWallet('sr25519', { withType: false }),
  'Polkadot Ed25519': await substrateWallet('ed25519'),
  'Polkadot ECDSA': await substrateWallet('ecdsa'),
  Kusama: await substrateWallet('sr25519', { kusama: true }),
  EOS: eosWallet(),
  'EOS, as keys were written before': eosWallet({ legacy: true }),
});
