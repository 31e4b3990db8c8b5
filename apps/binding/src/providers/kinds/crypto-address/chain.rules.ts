/** How addresses look and messages are signed; many chains share a family. */
export type ChainFamily = 'EVM' | 'BITCOIN' | 'TRON' | 'SOLANA' | 'APTOS' | 'SUBSTRATE' | 'ANTELOPE';

export interface Chain {
  /** By CAIP-2, e.g. `eip155:56`. */
  readonly id: string;
  readonly family: ChainFamily;
  /** Names of chains are the same in every language. */
  readonly name: string;
  /** What a message calls an account of it; of all EVM chains what EIP-4361 has. */
  readonly accountName: string;
  /** What a message calls the chain: the bare number of an EVM chain (EIP-4361), the whole CAIP-2 id elsewhere (CAIP-122). */
  readonly idInMessage: string;
  /** The first byte of its SS58 addresses, where it has such. */
  readonly ss58Prefix?: number;
}

const evmNames: Readonly<Record<string, string>> = {
  '1': 'Ethereum',
  '10': 'OP Mainnet',
  '56': 'BNB Smart Chain',
  '66': 'OKExChain',
  '137': 'Polygon',
  '324': 'zkSync Era',
  '8453': 'Base',
  '42161': 'Arbitrum One',
  '59144': 'Linea',
  '534352': 'Scroll',
};

const evm = (reference: string): Chain => ({
  id: `eip155:${reference}`,
  family: 'EVM',
  name: evmNames[reference] ?? `EVM ${reference}`,
  accountName: 'Ethereum',
  idInMessage: reference,
});

const other = (id: string, family: ChainFamily, name: string, ss58Prefix?: number): Chain => ({
  id,
  family,
  name,
  accountName: name,
  idInMessage: id,
  ...(ss58Prefix !== undefined && { ss58Prefix }),
});

const others = [
  other('bip122:000000000019d6689c085ae165831e93', 'BITCOIN', 'Bitcoin'),
  other('tron:0x2b6653dc', 'TRON', 'TRON'),
  other('solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp', 'SOLANA', 'Solana'),
  other('aptos:1', 'APTOS', 'Aptos'),
  other('polkadot:91b171bb158e2d3848fa23a9f1c25182', 'SUBSTRATE', 'Polkadot', 0),
  other('polkadot:b0a8d493285c2df73290dfb7e61f870f', 'SUBSTRATE', 'Kusama', 2),
  other('antelope:aca376f206b8fc25a6ed44dbdc66547c', 'ANTELOPE', 'EOS'),
];

/** Chains by name, in the order they are shown in; any other EVM chain is known by its number too. */
export const namedChains: readonly Chain[] = [...Object.keys(evmNames).map(evm), ...others];

/** EIP-2294: what every wallet can hold as a number. */
const evmReference = /^eip155:([1-9]\d{0,15})$/;
const evmReferenceMax = Math.floor(Number.MAX_SAFE_INTEGER / 2) - 36;

/** The chain of a CAIP-2 id, or undefined. */
export function findChain(id: string): Chain | undefined {
  const reference = evmReference.exec(id)?.[1];
  if (reference !== undefined) return Number(reference) <= evmReferenceMax ? evm(reference) : undefined;
  return others.find((chain) => chain.id === id);
}

const unnamedEvm = /^EVM (\d{1,16})$/;

/** The CAIP-2 id of the chain that has this name; null for none. */
export function chainNamed(name: string): string | null {
  const reference = unnamedEvm.exec(name)?.[1];
  const named = namedChains.find((chain) => chain.name === name);
  return named?.id ?? (reference === undefined ? null : (findChain(`eip155:${reference}`)?.id ?? null));
}
