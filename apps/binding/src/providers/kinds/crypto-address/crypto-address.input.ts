import { Field, InputType } from 'type-graphql';

@InputType({ description: 'An address whose keys its holder keeps.' })
export class CryptoAddressInput {
  @Field({
    description:
      'The chain by CAIP-2: eip155:1 (Ethereum; any EVM chain by its number, e.g. eip155:56 BNB Smart Chain, eip155:137 Polygon, eip155:66 OKExChain, eip155:42161 Arbitrum One), bip122:000000000019d6689c085ae165831e93 (Bitcoin), tron:0x2b6653dc, solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp, aptos:1, polkadot:91b171bb158e2d3848fa23a9f1c25182, polkadot:b0a8d493285c2df73290dfb7e61f870f (Kusama), antelope:aca376f206b8fc25a6ed44dbdc66547c (EOS).',
  })
  chain!: string;

  @Field({
    description:
      'The address as its wallet shows it, e.g. 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed; of EOS the public key (PUB_K1_… or EOS…), as whose an account is only a node could tell.',
  })
  address!: string;
}

export const cryptoAddressInput = {
  inputType: CryptoAddressInput,
  description: 'For a wallet whose holder keeps the keys.',
};
