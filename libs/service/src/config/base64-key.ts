import { z } from 'zod';
import { isBase64 } from '@bindery/kernel';

/** A key of 32 bytes as base64 text, as an encoder writes it. */
export const base64Key = z
  .string()
  .refine(isBase64, 'is not base64 of 32 bytes')
  .transform((text) => new Uint8Array(Buffer.from(text, 'base64')))
  .refine((bytes) => bytes.length === 32, 'is not base64 of 32 bytes');
