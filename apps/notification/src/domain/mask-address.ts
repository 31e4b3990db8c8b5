import { assertNever } from '@bindery/kernel';
import type { OutboundChannel } from './channel';

/** An address as its owner recognises it and nobody else can use it: `+86 ••• 0001`, `a•••@example.com`. */
export function maskAddress(channel: OutboundChannel, address: string): string {
  switch (channel) {
    case 'SMS':
      return `${address.slice(0, 3)} ••• ${address.slice(-4)}`;
    case 'EMAIL':
      return `${address.slice(0, 1)}•••${address.slice(address.lastIndexOf('@'))}`;
    default:
      return assertNever(channel, 'channel');
  }
}
