export * from './eventually';
export * from './free-port';
export * from './subgraph-client';
export * from './test-database';
export * from './test-postgres';
