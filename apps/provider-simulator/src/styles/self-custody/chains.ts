/** How a wallet signs on a chain. */
export type Signing = 'EVM' | 'TRON' | 'BITCOIN' | 'SOLANA' | 'APTOS' | 'SUBSTRATE' | 'EOS';

export interface WalletChain {
  /** CAIP-2. */
  readonly id: string;
  readonly name: string;
  readonly signing: Signing;
  /** SUBSTRATE: the number of its network in addresses. */
  readonly network?: number;
}

const listed: readonly WalletChain[] = [
  { id: 'eip155:1', name: 'Ethereum', signing: 'EVM' },
  { id: 'eip155:56', name: 'BNB Smart Chain', signing: 'EVM' },
  { id: 'eip155:137', name: 'Polygon', signing: 'EVM' },
  { id: 'eip155:66', name: 'OKExChain', signing: 'EVM' },
  { id: 'eip155:10', name: 'OP Mainnet', signing: 'EVM' },
  { id: 'eip155:42161', name: 'Arbitrum One', signing: 'EVM' },
  { id: 'eip155:8453', name: 'Base', signing: 'EVM' },
  { id: 'tron:0x2b6653dc', name: 'TRON', signing: 'TRON' },
  { id: 'bip122:000000000019d6689c085ae165831e93', name: 'Bitcoin', signing: 'BITCOIN' },
  { id: 'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp', name: 'Solana', signing: 'SOLANA' },
  { id: 'aptos:1', name: 'Aptos', signing: 'APTOS' },
  { id: 'polkadot:91b171bb158e2d3848fa23a9f1c25182', name: 'Polkadot', signing: 'SUBSTRATE', network: 0 },
  { id: 'polkadot:b0a8d493285c2df73290dfb7e61f870f', name: 'Kusama', signing: 'SUBSTRATE', network: 2 },
  { id: 'antelope:aca376f206b8fc25a6ed44dbdc66547c', name: 'EOS', signing: 'EOS' },
];

/** What the wallet shows by itself; other EVM chains it takes by their number. */
export const walletChains = listed;

export function findWalletChain(id: string): WalletChain | undefined {
  const known = listed.find((chain) => chain.id === id);
  if (known) return known;
  return /^eip155:[1-9]\d{0,14}$/.test(id)
    ? { id, name: `EVM ${id.slice('eip155:'.length)}`, signing: 'EVM' }
    : undefined;
}
