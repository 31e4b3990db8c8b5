export {
  accessTokenLifetimeMs,
  signAccessToken,
  verifyAccessToken,
  type TokenViewer,
  type AccessTokenRefused,
  type VerifiedAccessToken,
} from './access-token';
export * from './access-token-verifier';
export * from './gateway-keys';
export * from './gateway-signature';
export * from './is-same';
export * from './keys';
export * from './proof-token';
export * from './phone-subject';
export * from './sealed-contact';
