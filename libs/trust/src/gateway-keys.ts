import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { newId } from '@bindery/kernel';

/** What the gateway shares with one subgraph and nobody else: 256-bit keys by id, the one that signs first. */
export type GatewayKeys = ReadonlyMap<string, KeyObject>;

const keyBytes = 32;

/**
 * Reads `{"<kid>": "<base64 of 32 bytes>", …}`. The gateway signs with the first, a subgraph accepts all: that is how a key
 * is changed without a pause. Throws when there is none or one has another length (RFC 7518, 3.2).
 */
export function readGatewayKeys(text: string): GatewayKeys {
  return toGatewayKeys(JSON.parse(text) as Record<string, unknown>);
}

/** The same from an object. */
export function toGatewayKeys(base64ById: Readonly<Record<string, unknown>>): GatewayKeys {
  const keys = Object.entries(base64ById).map(([kid, base64]) => [kid, Buffer.from(String(base64), 'base64')] as const);
  if (keys.length === 0 || keys.some(([, key]) => key.length !== keyBytes))
    throw new Error('keys of the gateway are one or more base64 texts of 32 bytes by id');
  return new Map(keys.map(([kid, key]) => [kid, createSecretKey(key)]));
}

/** The keys of each subgraph, as texts that `readGatewayKeys` takes, in one text for the gateway. */
export function joinGatewayKeys(bySubgraph: Readonly<Record<string, string>>): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(bySubgraph).map(([subgraph, keys]) => [subgraph, JSON.parse(keys) as unknown])),
  );
}

/** New keys for one subgraph, as text. For first starts and tests; production keys come from a vault. */
export const generateGatewayKeys = (): string =>
  JSON.stringify({ [newId('key')]: randomBytes(keyBytes).toString('base64') });
