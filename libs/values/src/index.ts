export * from './mask-address';
export * from './phone-number';
