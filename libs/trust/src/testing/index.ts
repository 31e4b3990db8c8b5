export * from './test-gateway';
export * from './test-viewer';
