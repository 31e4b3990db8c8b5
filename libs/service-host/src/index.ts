export * from './http-host';
export * from './run-service';
