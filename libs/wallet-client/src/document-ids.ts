import { documents } from './documents';
import { sha256, toHex } from './sha-256';

/** The app as the gateway knows it: documents of another version are another registration. */
export const walletClientApp = { name: 'wallet-client', version: '1.0.0' } as const;

const registered: ReadonlySet<string> = new Set(Object.values(documents));
const ids = new Map<string, Promise<string>>();

/** The `documentId` of a document that is registered for this app; undefined for any other text. */
export async function documentIdOf(text: string): Promise<string | undefined> {
  if (!registered.has(text)) return undefined;
  const id = ids.get(text) ?? sha256(text).then((bytes) => `sha256:${toHex(bytes)}`);
  ids.set(text, id);
  return id;
}
