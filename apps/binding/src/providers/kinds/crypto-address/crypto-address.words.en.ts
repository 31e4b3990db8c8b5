export const en = {
  kind: 'wallet address',
  name: '{chain} ·· {lastFour}',
  CHAIN_UNKNOWN: 'We do not know this chain.',
  ADDRESS_INVALID: 'This is not an address of this chain. Please copy it from your wallet again.',
  ADDRESS_CANNOT_SIGN:
    'No single key of yours signs for this address, so that nobody can prove it here: contract accounts, shared addresses and account names are for a node of the chain to check. Use an address with a key of its own; for EOS, its public key.',
} as const;
