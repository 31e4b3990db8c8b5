export { deriveKey } from './derive-key';
export { createKeyedDigest, type KeyedDigest } from './keyed-digest';
