import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { newId } from '@bindery/kernel';
import { toKeyRing } from './key-ring';

/** What the gateway shares with one subgraph and nobody else: 256-bit keys by id, the one that signs first. */
export type GatewayKeys = ReadonlyMap<string, KeyObject>;

/**
 * Reads `{"<kid>": "<base64 of 32 bytes>", …}`. The gateway signs with the first, a subgraph accepts all: that is how a key
 * is changed without a pause. Throws as `toKeyRing` does.
 */
export function readGatewayKeys(text: string): GatewayKeys {
  return toGatewayKeys(JSON.parse(text));
}

/** The same from an object. */
export const toGatewayKeys = (base64ById: unknown): GatewayKeys =>
  new Map([...toKeyRing(base64ById)].map(([kid, key]) => [kid, createSecretKey(key)]));

/** The keys of each subgraph, as texts that `readGatewayKeys` takes, in one text for the gateway. */
export function joinGatewayKeys(bySubgraph: Readonly<Record<string, string>>): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(bySubgraph).map(([subgraph, keys]) => [subgraph, JSON.parse(keys) as unknown])),
  );
}

/** New keys for one subgraph, as text. For first starts and tests; production keys come from a vault. */
export const generateGatewayKeys = (): string => JSON.stringify({ [newId('key')]: randomBytes(32).toString('base64') });
