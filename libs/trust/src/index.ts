export * from './access-token';
export * from './gateway-keys';
export * from './gateway-signature';
export * from './keys';
export * from './proof-token';
export * from './sealed-contact';
