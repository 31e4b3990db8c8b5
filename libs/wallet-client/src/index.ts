export { walletClientApp } from './document-ids';
export { documents } from './documents';
export * from './graph-client';
export * from './live/read-event-stream';
export * from './live/watch-changes';
export * from './simulated-world';
export * from './wallet';
export * from './wallet-types';
