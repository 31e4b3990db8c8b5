import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;

/** Documents that were parsed and found valid, by graph and hash; the server asks here first. Those not asked for longest make room. */
export function createDocumentStore(max: number): DocumentStore {
  const documents = new LRUCache<string, DocumentNode>({ max });
  return {
    get: async (key) => documents.get(key),
    set: async (key, document) => void documents.set(key, document),
    delete: async (key) => documents.delete(key),
  };
}
