export * from './address-key';
export * from './mask-address';
export * from './phone-number';
