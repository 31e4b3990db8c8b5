import type { FastifyReply, FastifyRequest } from 'fastify';
import { give, refusal } from './answers';

/** The machine itself, however its owner spells it. */
const loopback = ['localhost', '127.0.0.1', '[::1]'];

/**
 * What people read here has no key, only the loopback before it. A page of another site could point its own name there and read
 * along (DNS rebinding); the name is still its own then, so only names that are ours are answered.
 */
export function refuseOtherHosts(names: readonly string[]) {
  const known = new Set([...loopback, ...names.map((name) => name.toLowerCase())]);
  return async ({ hostname }: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | void> => {
    if (!known.has(hostname.toLowerCase())) return give(reply, refusal(421, 'HOST_UNKNOWN'));
  };
}
