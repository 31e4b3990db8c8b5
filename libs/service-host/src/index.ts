export * from './compression';
export * from './http-host';
export * from './run-migrations';
export * from './run-program';
export * from './run-service';
