/**
 * An address in the one form in which it is kept and signed for. CANNOT_SIGN: it is one, and no single key of its holder signs for it, or only a node could
 * tell which. INVALID: mistyped, or of another chain.
 */
export type AddressForm = { readonly normal: string } | 'INVALID' | 'CANNOT_SIGN';

/** What a decoder of a library answers, or undefined where it throws: that is how they say no. */
export function attempt<T>(decode: () => T): T | undefined {
  try {
    return decode();
  } catch {
    return undefined;
  }
}
