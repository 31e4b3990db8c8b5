export * from './build-subgraph';
export * from './connection';
export * from './graphql-errors';
export * from './problem';
export * from './request-context';
export * from './scalars';
export * from './shared-errors';
export * from './subgraph-server';
