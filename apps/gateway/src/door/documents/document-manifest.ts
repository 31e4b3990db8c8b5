import { createHash } from 'node:crypto';
import { z } from 'zod';

/** The hash that names a document: SHA-256 of its text, in hex. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What an app ships with one version, in the format of Apollo's persisted query manifests, which client tools write. */
export const documentManifest = z.strictObject({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z
    .array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        type: z.enum(['query', 'mutation', 'subscription']),
        body: z.string(),
      }),
    )
    .refine(
      (operations) => operations.every(({ id, body }) => id === hashOf(body)),
      'an id is not the SHA-256 of its body',
    ),
});
