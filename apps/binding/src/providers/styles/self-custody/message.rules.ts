import type { Chain, ChainFamily } from '../../kinds/crypto-address/chain.rules';

/** Long enough to open another app and read it (EIP-4361 leaves it to us). */
export const messageLifeMs = 10 * 60_000;

/** How a message of each family is signed, and its signature written; README says both. */
export const schemeOf: Readonly<Record<ChainFamily, string>> = {
  EVM: 'EIP_191',
  BITCOIN: 'BIP_322',
  TRON: 'TIP_191',
  SOLANA: 'SOLANA_SIGN_MESSAGE',
  APTOS: 'APTOS_SIGN_MESSAGE',
  SUBSTRATE: 'SUBSTRATE_SIGN_RAW',
  ANTELOPE: 'ANTELOPE_SIGN',
};

/** ASCII, on one line: EIP-4361 allows no other. Says nothing of who the holder is. */
const statement =
  'Prove that this address is yours, to keep it as a card in your wallet app. Sign only if you have just asked for it there. This moves no funds, costs nothing and allows nobody to spend.';

export interface MessageParts {
  /** Whose app asks; wallets warn where it is not the one that is open. */
  readonly domain: string;
  readonly uri: string;
  readonly chain: Chain;
  readonly address: string;
  readonly nonce: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  /** The operation that the proof is for: nobody else's card can come of it. */
  readonly requestId: string;
}

/** The words of EIP-4361, to the character; of other chains those of CAIP-122, which are the same with another name. */
export const composeMessage = (parts: MessageParts): string =>
  [
    `${parts.domain} wants you to sign in with your ${parts.chain.accountName} account:`,
    parts.address,
    '',
    statement,
    '',
    `URI: ${parts.uri}`,
    'Version: 1',
    `Chain ID: ${parts.chain.idInMessage}`,
    `Nonce: ${parts.nonce}`,
    `Issued At: ${parts.issuedAt.toISOString()}`,
    `Expiration Time: ${parts.expiresAt.toISOString()}`,
    `Request ID: ${parts.requestId}`,
  ].join('\n');

export const signedMessageFaults = ['OTHER_DOMAIN', 'OTHER_CHAIN', 'OTHER_ADDRESS', 'MESSAGE_ALTERED'] as const;
export type SignedMessageFault = (typeof signedMessageFaults)[number];

const readParts = (message: string) => ({
  domain: /^(\S{1,253}) wants you to sign in with your /.exec(message)?.[1],
  address: message.split('\n', 2)[1],
  chain: /\nChain ID: (\S{1,80})\n/.exec(message)?.[1],
  nonce: /\nNonce: ([A-Za-z0-9]{8,64})\n/.exec(message)?.[1],
});

/** Wallets show what they really signed: some with what their chain puts around a text. */
export function unwrapMessage(signed: string, nonce: string): string {
  const substrate = /^<Bytes>([^]*)<\/Bytes>$/.exec(signed)?.[1];
  if (substrate !== undefined) return substrate;
  const before = `APTOS\nnonce: ${nonce}\nmessage: `;
  if (signed.startsWith(before)) return signed.slice(before.length);
  const [start, end] = ['APTOS\nmessage: ', `\nnonce: ${nonce}`];
  return signed.startsWith(start) && signed.endsWith(end) ? signed.slice(start.length, -end.length) : signed;
}

/** How what a wallet says that it has signed differs from what was asked for; `nonce` as far as there is one. */
export function compareSigned(
  signed: string,
  expected: string,
): { readonly fault: SignedMessageFault; readonly nonce: string | undefined } | undefined {
  if (signed === expected) return undefined;
  const [told, asked] = [readParts(signed), readParts(expected)];
  const fault =
    told.domain !== asked.domain
      ? 'OTHER_DOMAIN'
      : told.chain !== asked.chain
        ? 'OTHER_CHAIN'
        : told.address !== asked.address
          ? 'OTHER_ADDRESS'
          : 'MESSAGE_ALTERED';
  return { fault, nonce: told.nonce };
}
