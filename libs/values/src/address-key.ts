import { IPv6 } from 'ipaddr.js';

/** Whom a network address counts as: an IPv4 address by itself, an IPv6 one by its /64, which is what one customer is given (RFC 6177). */
export function toAddressKey(address: string): string {
  if (!IPv6.isValid(address)) return address;
  const parsed = IPv6.parse(address);
  if (parsed.isIPv4MappedAddress()) return parsed.toIPv4Address().toString();
  return parsed.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':');
}
