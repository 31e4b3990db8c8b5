import { createHmac } from 'node:crypto';

/** Stands for a text that must not be stored: the same for the same text, and not to be found out without the key. */
export type KeyedDigest = (text: string) => string;

export const createKeyedDigest =
  (key: Buffer): KeyedDigest =>
  (text) =>
    createHmac('sha256', key).update(text).digest('base64url');
