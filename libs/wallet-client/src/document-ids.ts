import { createHash } from 'node:crypto';
import { documents } from './documents';

/** The app as the gateway knows it: documents of another version are another registration. */
export const walletClientApp = { name: 'wallet-client', version: '1.0.0' } as const;

const ids = new Map<string, string>(
  Object.values(documents).map((text) => [text, `sha256:${createHash('sha256').update(text).digest('hex')}`]),
);

/** The `documentId` of a document that is registered for this app; undefined for any other text. */
export const documentIdOf = (text: string): string | undefined => ids.get(text);
