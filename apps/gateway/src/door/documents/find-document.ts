import type { ClientVersion } from '../clients/client-version';
import type { Refusal } from '../../refusals/refusal';
import type { AskedOperation } from './asked-operation';
import { hashOf } from './document-manifest';
import type { DocumentRegistry } from './document-registry';
import type { RegisteredDocument } from './registered-document';

export interface DocumentRules {
  readonly registry: DocumentRegistry;
  /** Whether any document may be sent as text: while an app is being made. */
  readonly freeForm: boolean;
}

/** The document of a request, looked up once. */
export interface FoundDocument {
  readonly text: string;
  /** Undefined for one that was sent in free form. */
  readonly registered?: RegisteredDocument;
}

/** The document that a request names, as far as anybody may send it; what nobody has registered is not worth a look where free form is off. */
export function findDocument(asked: AskedOperation, { registry, freeForm }: DocumentRules): FoundDocument | undefined {
  const registered = registry.find(asked);
  if (registered) return { text: registered.text, registered };
  return asked.text !== undefined && freeForm ? { text: asked.text } : undefined;
}

/**
 * Why this client may not send that document; a request that names none is left to the GraphQL server. Where free form is off, only
 * what the app registered for its version is answered, by hash or by the very text of that hash.
 */
export function refuseDocument(
  { text, hash }: AskedOperation,
  found: FoundDocument | undefined,
  client: ClientVersion,
  { registry, freeForm }: DocumentRules,
): Refusal | undefined {
  if (text !== undefined && hash !== undefined && hash !== (found?.registered?.hash ?? hashOf(text)))
    return { code: 'BAD_REQUEST', status: 400 };
  if ((text !== undefined && freeForm) || (text === undefined && hash === undefined)) return undefined;
  const documents = registry.of(client);
  if (!documents) return updateClient('CLIENT_UNKNOWN');
  if (found?.registered && documents.has(found.registered)) return undefined;
  return updateClient(text === undefined ? 'DOCUMENT_UNKNOWN' : 'DOCUMENT_REQUIRED');
}

const updateClient = (code: 'DOCUMENT_REQUIRED' | 'DOCUMENT_UNKNOWN' | 'CLIENT_UNKNOWN'): Refusal => ({
  code,
  status: 400,
  remedies: [{ code: 'UpdateClient' }],
});
