import { isValid, parse } from 'ipaddr.js';

/** So much of an address tells an operator whom to block, and is shared by enough people to name none of them. */
const prefixBits = { ipv4: 24, ipv6: 48 } as const;

/**
 * The network of an address: `203.0.113.0/24`, `2001:db8:1::/48`; of an IPv4 address written as IPv6 (RFC 4291, 2.5.5.2) that of the former.
 * Undefined for what is no address.
 */
export function networkOf(address: string): string | undefined {
  if (!isValid(address)) return undefined;
  const given = parse(address);
  const parsed = 'isIPv4MappedAddress' in given && given.isIPv4MappedAddress() ? given.toIPv4Address() : given;
  const bits = prefixBits[parsed.kind()];
  const bytes = parsed.toByteArray().map((byte, index) => (index * 8 < bits ? byte : 0));
  return `${fromBytes(bytes)}/${bits}`;
}

const fromBytes = (bytes: number[]): string =>
  bytes.length === 4
    ? bytes.join('.')
    : `${[0, 2, 4].map((at) => (((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)).toString(16)).join(':')}::`;
