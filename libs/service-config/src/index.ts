export * from './base-config';
export * from './env-example';
export * from './kafka-security';
export * from './read-config';
