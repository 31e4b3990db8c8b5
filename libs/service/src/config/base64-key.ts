import { z } from 'zod';

/** A key of 32 bytes as base64 text. */
export const base64Key = z
  .string()
  .transform((text) => new Uint8Array(Buffer.from(text, 'base64')))
  .refine((bytes) => bytes.length === 32, 'is not base64 of 32 bytes');
