import { schnorr } from '@noble/curves/secp256k1.js';
import { ripemd160 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { base64 } from '@scure/base';
import { OutScript, RawWitness, SigHash, Transaction } from '@scure/btc-signer';
import { attempt } from '../../../kinds/crypto-address/forms/address-form';
import { parseBitcoinAddress, type BitcoinAddress } from '../../../kinds/crypto-address/forms/bitcoin';
import type { SignatureVerdict, SignedMessage } from '../verdict.rules';
import { sameBytes, utf8 } from './bytes';
import { compressKey, isSignedBy, readDer, recoverKey } from './secp256k1';

const hash160 = (bytes: Uint8Array) => ripemd160(sha256(bytes));
const tag = sha256(utf8('BIP0322-signed-message'));
const nobody = new Uint8Array(32);
/** OP_RETURN: what is signed can never be spent. */
const unspendable = Uint8Array.of(0x6a);

/** How an output to the address is locked. */
function lockingScript({ type, program }: BitcoinAddress): Uint8Array {
  switch (type) {
    case 'P2PKH':
      return OutScript.encode({ type: 'pkh', hash: program });
    case 'P2SH_P2WPKH':
      return OutScript.encode({ type: 'sh', hash: program });
    case 'P2WPKH':
      return OutScript.encode({ type: 'wpkh', hash: program });
    case 'P2TR':
      return Uint8Array.of(0x51, 0x20, ...program);
  }
}

/** The two transactions of BIP-322, which exist nowhere: one that pays nothing to the address because of the message, and one that spends it. */
function spendingOf(message: string, script: Uint8Array): Transaction {
  const anything = { version: 0, allowUnknownVersion: true, allowUnknownOutputs: true, disableScriptCheck: true };
  const digest = sha256(concatBytes(tag, tag, utf8(message)));
  const toSpend = new Transaction(anything);
  const finalScriptSig = Uint8Array.of(0x00, 0x20, ...digest);
  toSpend.addOutput({ amount: 0n, script });
  toSpend.addInput({ txid: nobody, index: 0xffffffff, sequence: 0, finalScriptSig });
  const toSign = new Transaction(anything);
  toSign.addInput({ txid: toSpend.id, index: 0, sequence: 0, witnessUtxo: { amount: 0n, script } });
  toSign.addOutput({ amount: 0n, script: unspendable });
  return toSign;
}

/** Whether this compressed key is the one that the address is a hash of. */
function isKeyOf(key: Uint8Array, { type, program }: BitcoinAddress): boolean {
  const hash = hash160(key);
  return sameBytes(type === 'P2SH_P2WPKH' ? hash160(Uint8Array.of(0x00, 0x14, ...hash)) : hash, program);
}

function verifyWitnessV0(address: BitcoinAddress, message: string, [signed, key]: Uint8Array[]): SignatureVerdict {
  if (!signed || key?.length !== 33 || signed.at(-1) !== SigHash.ALL) return 'SIGNATURE_FORMAT';
  const compact = readDer(signed.subarray(0, -1));
  if (typeof compact === 'string') return compact;
  if (!isKeyOf(key, address)) return 'OTHER_ADDRESS';
  const code = OutScript.encode({ type: 'pkh', hash: hash160(key) });
  const digest = spendingOf(message, lockingScript(address)).preimageWitnessV0(0, code, SigHash.ALL, 0n);
  return isSignedBy(compact, digest, key) ? 'GOOD' : 'SIGNATURE_INVALID';
}

/** By the key of the address itself; by one of its scripts only a node could tell whose it is. */
function verifyTaproot(address: BitcoinAddress, message: string, [signed]: Uint8Array[]): SignatureVerdict {
  const plain = signed?.length === 64;
  if (!signed || (!plain && !(signed.length === 65 && signed[64] === SigHash.ALL))) return 'SIGNATURE_FORMAT';
  const script = lockingScript(address);
  const type = plain ? SigHash.DEFAULT : SigHash.ALL;
  const digest = spendingOf(message, script).preimageWitnessV1(0, [script], type, [0n]);
  const good = attempt(() => schnorr.verify(signed.subarray(0, 64), digest, address.program));
  return good ? 'GOOD' : 'SIGNATURE_INVALID';
}

/** `signmessage` as Bitcoin Core has it: a byte that says how to recover the key, r and s. Segwit addresses have headers of their own (BIP-137), or not (Electrum). */
function verifyLegacy(address: BitcoinAddress, message: string, bytes: Uint8Array): SignatureVerdict {
  const header = (bytes[0] ?? 0) - 27;
  if (address.type === 'P2TR' || header < 0 || header > 15) return 'SIGNATURE_FORMAT';
  const compressed = header >= 4;
  if (!compressed && address.type !== 'P2PKH') return 'SIGNATURE_FORMAT';
  const body = utf8(message);
  const length = body.length < 0xfd ? [body.length] : [0xfd, body.length & 0xff, body.length >> 8];
  const framed = concatBytes(utf8('\x18Bitcoin Signed Message:\n'), Uint8Array.of(...length), body);
  const key = recoverKey(sha256(sha256(framed)), bytes.subarray(1), header & 3);
  if (typeof key === 'string') return key;
  return isKeyOf(compressed ? compressKey(key) : key, address) ? 'GOOD' : 'OTHER_ADDRESS';
}

/** Names the simple form of BIP-322, since 2026; no other form that we take can begin with it. */
const simple = 'smp';

/** Base64 of the legacy 65 bytes, or of the witness of BIP-322's simple form, `smp` before it or, as before, not. */
export function verifyBip322({ address: text, message, signature }: SignedMessage): SignatureVerdict {
  const address = parseBitcoinAddress(text);
  const bytes = attempt(() => base64.decode(signature.startsWith(simple) ? signature.slice(simple.length) : signature));
  if (!bytes || !address || address === 'CANNOT_SIGN' || message.length > 0xffff) return 'SIGNATURE_FORMAT';
  if (bytes.length === 65) return verifyLegacy(address, message, bytes);
  const witness = attempt(() => RawWitness.decode(bytes));
  if (!witness || address.type === 'P2PKH') return 'SIGNATURE_FORMAT';
  if (address.type === 'P2TR')
    return witness.length === 1 ? verifyTaproot(address, message, witness) : 'CONTRACT_ACCOUNT';
  return witness.length === 2 ? verifyWitnessV0(address, message, witness) : 'CONTRACT_ACCOUNT';
}
