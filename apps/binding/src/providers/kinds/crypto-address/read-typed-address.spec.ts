import { findChain, namedChains } from './chain.rules';
import { readAddress } from './forms/read-address';
import { readTypedAddress } from './read-typed-address';

const provider = { code: 'token-pocket', sites: null, elements: [] };
const bitcoin = 'bip122:000000000019d6689c085ae165831e93';
const polkadot = 'polkadot:91b171bb158e2d3848fa23a9f1c25182';
const kusama = 'polkadot:b0a8d493285c2df73290dfb7e61f870f';
const eos = 'antelope:aca376f206b8fc25a6ed44dbdc66547c';
const solana = 'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp';

function read(chainId: string, text: string) {
  const chain = findChain(chainId);
  if (!chain) throw new Error(chainId);
  const form = readAddress(chain, text);
  return typeof form === 'string' ? form : form.normal;
}

describe('addresses that their specifications give', () => {
  it.each([
    // EIP-55
    '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
    '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359',
    '0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB',
    '0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb',
    '0x52908400098527886E0F7030069857D2E4169EE7',
    '0xde709f2102306220921060314715629080e2fb77',
  ])('%s has its checksum, in any case', (address) => {
    expect(read('eip155:1', address)).toBe(address);
    expect(read('eip155:1', address.toLowerCase())).toBe(address);
    expect(read('eip155:1', `0x${address.slice(2).toUpperCase()}`)).toBe(address);
  });

  it.each([
    [bitcoin, '1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2', '1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2'],
    [bitcoin, '3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy', '3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy'],
    // BIP-173 and BIP-350
    [bitcoin, 'BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4'],
    [
      bitcoin,
      'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0',
      'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0',
    ],
    ['tron:0x2b6653dc', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t'],
    [solana, 'EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v', 'EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v'],
    // Alice of Substrate’s development keys
    [polkadot, '15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5', '15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5'],
    [kusama, 'HNZata7iMYWmk5RvZRTiAsSDhV8366zq2YGb3tLH5Upf74F', 'HNZata7iMYWmk5RvZRTiAsSDhV8366zq2YGb3tLH5Upf74F'],
    // The development key of EOSIO, in both ways of writing
    [
      eos,
      'EOS6MRyAjQq8ud7hVNYcfnVPJqcVpscN5So8BhtHuGYqET5GDW5CV',
      'PUB_K1_6MRyAjQq8ud7hVNYcfnVPJqcVpscN5So8BhtHuGYqET5BoDq63',
    ],
    ['aptos:1', '0x1A', `0x${'0'.repeat(62)}1a`],
  ])('on %s %s is kept as %s', (chain, typed, kept) => {
    expect(read(chain, typed)).toBe(kept);
    expect(read(chain, kept)).toBe(kept);
  });
});

describe('what is no address, or none that one key signs for', () => {
  it.each([
    ['eip155:1', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1Beaed', 'INVALID'],
    ['eip155:1', '5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', 'INVALID'],
    ['eip155:1', `0x${'0'.repeat(40)}`, 'CANNOT_SIGN'],
    [bitcoin, '1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3', 'INVALID'],
    [bitcoin, 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5', 'INVALID'],
    [bitcoin, 'BC1Qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4', 'INVALID'],
    // BIP-350: version 1 by the checksum of version 0
    [bitcoin, 'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd', 'INVALID'],
    [bitcoin, 'tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx', 'INVALID'],
    [bitcoin, 'bc1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3qccfmv3', 'CANNOT_SIGN'],
    ['tron:0x2b6653dc', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6T', 'INVALID'],
    ['tron:0x2b6653dc', '1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2', 'INVALID'],
    [solana, '1'.repeat(31), 'INVALID'],
    ['aptos:1', `0x${'0'.repeat(63)}1`, 'CANNOT_SIGN'],
    ['aptos:1', `0x${'1'.repeat(65)}`, 'INVALID'],
    [kusama, '15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5', 'INVALID'],
    [polkadot, '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY', 'INVALID'],
    [eos, 'tokenpocket1', 'CANNOT_SIGN'],
    [eos, 'EOS6MRyAjQq8ud7hVNYcfnVPJqcVpscN5So8BhtHuGYqET5GDW5CW', 'INVALID'],
    [eos, 'PUB_R1_6MRyAjQq8ud7hVNYcfnVPJqcVpscN5So8BhtHuGYqET5BoDq63', 'INVALID'],
  ])('%s %s is %s', (chain, text, what) => expect(read(chain, text)).toBe(what));

  it('are refused by the reason for it, and typing beside it does not count', () => {
    const reasonOf = (chain: string, address: string) => readTypedAddress({ chain, address }, provider);
    expect(reasonOf('eip155:0', '0x')).toMatchObject({ error: { reason: 'CHAIN_UNKNOWN' } });
    expect(reasonOf('eip155:01', '0x')).toMatchObject({ error: { reason: 'CHAIN_UNKNOWN' } });
    expect(reasonOf(`eip155:${'9'.repeat(16)}`, '0x')).toMatchObject({ error: { reason: 'CHAIN_UNKNOWN' } });
    expect(reasonOf('eip155:1', '0x')).toMatchObject({ error: { reason: 'ADDRESS_INVALID' } });
    expect(reasonOf(eos, 'tokenpocket1')).toMatchObject({ error: { reason: 'ADDRESS_CANNOT_SIGN' } });
    expect(reasonOf('eip155:1', 'x'.repeat(129))).toMatchObject({ error: { rule: 'TOO_LONG' } });
    expect(reasonOf(' ', '0x')).toMatchObject({ error: { field: 'card.address.chain', rule: 'REQUIRED' } });
    expect(reasonOf(' eip155:1 ', ' 0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed\u200b')).toMatchObject({
      value: { entered: { address: '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed' } },
    });
  });
});

describe('what an address is recognised by', () => {
  it('is its chain, too, and its provider', () => {
    const identity = (chain: string, code = 'token-pocket') => {
      const read = readTypedAddress(
        { chain, address: '0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed' },
        { code, sites: null, elements: [] },
      );
      return read.ok ? read.value.identity.reveal() : undefined;
    };
    expect(new Set([identity('eip155:1'), identity('eip155:56'), identity('eip155:1', 'other')]).size).toBe(3);
  });

  it('names every chain of the list once, and finds it by its name', () => {
    expect(new Set(namedChains.map(({ name }) => name)).size).toBe(namedChains.length);
    for (const chain of namedChains) expect(findChain(chain.id)).toEqual(chain);
    expect(findChain('eip155:31337')).toMatchObject({ name: 'EVM 31337', idInMessage: '31337' });
  });
});
