export * from './dead-sessions';
export * from './describe-bad-text';
export * from './describe-migrations';
export * from './describe-subgraph';
export * from './in-memory-log';
export * from './start-test-subgraph';
