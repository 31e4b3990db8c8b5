import { IPv6 } from 'ipaddr.js';

/**
 * Whom the address of a client counts as: an IPv4 address by itself, also when it is written as IPv6 (RFC 4291, 2.5.5.2), and any other
 * IPv6 one by its first 64 bits, which is what one customer is given (RFC 6177), as `2001:db8:0:1`. A zone id says nothing about whom.
 * What is no address stays as it is.
 */
export function toAddressKey(address: string): string {
  const parsed = address.includes(':') ? parseIPv6(address) : undefined;
  if (!parsed) return address;
  if (parsed.isIPv4MappedAddress()) return parsed.toIPv4Address().toString();
  return parsed.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':');
}

/** Parsed once: to ask first whether it can be would take as long again. */
function parseIPv6(address: string): IPv6 | undefined {
  try {
    return IPv6.parse(address);
  } catch {
    return undefined;
  }
}
