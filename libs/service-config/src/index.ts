export * from './base-config';
export * from './env-example';
export * from './read-config';
