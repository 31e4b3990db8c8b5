export {
  accessTokenLifetimeMs,
  signAccessToken,
  toTokenRefused,
  verifyAccessToken,
  type TokenViewer,
  type AccessTokenRefused,
  type VerifiedAccessToken,
} from './access-token';
export * from './access-token-verifier';
export * from './device-token';
export * from './export-holder';
export * from './gateway-keys';
export * from './gateway-signature';
export * from './is-same';
export * from './key-ring';
export * from './keys';
export * from './proof-token';
export * from './phone-subject';
export { createPublishedKeys, keysAgeMaxMs, type KeysById, type PublishedKeys } from './published-keys';
export * from './reader-answer';
export * from './sealed-contact';
export * from './staff-role';
