export * from './base-config';
export * from './env-example';
export * from './event-log-address';
export * from './kafka-security';
export * from './read-config';
