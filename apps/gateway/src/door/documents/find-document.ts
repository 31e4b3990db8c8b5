import { err, ok, type Result } from '@bindery/kernel';
import type { OperationKind } from '../admission/operation-kind';
import type { ClientVersion } from '../clients/client-version';
import { badRequest, type Refusal } from '../../refusals/refusal';
import type { RefusalCode } from '../../refusals/refusal-words';
import type { AskedOperation } from './asked-operation';
import { hashOf } from './document-manifest';
import type { DocumentRegistry } from './document-registry';
import type { ReadFreeForm } from './free-form';
import type { RegisteredDocument } from './registered-document';

export interface DocumentRules {
  readonly registry: DocumentRegistry;
  /** Reads any document that is sent as text, while an app is being made; without it only registered ones are answered. */
  readonly freeForm?: ReadFreeForm | undefined;
}

/** The document of a request, looked up once. */
export interface FoundDocument {
  readonly text: string;
  /** Undefined for one that was sent in free form. */
  readonly registered?: RegisteredDocument;
  /** It is larger than anybody may send. */
  readonly refusal?: Refusal;
  kindOf(operationName: string | undefined): OperationKind | undefined;
}

/** The document that a request names, as far as anybody may send it; what nobody has registered is not worth a look where free form is off. */
export function findDocument(asked: AskedOperation, { registry, freeForm }: DocumentRules): FoundDocument | undefined {
  const registered = registry.find(asked);
  if (registered) return { text: registered.text, registered, kindOf: (name) => registered.kindOf(name) };
  return asked.text === undefined ? undefined : freeForm?.(asked.text);
}

/**
 * The document if this client may send it, or why not. Where free form is off, only what the app registered for its version is answered, by
 * hash or by the very text of that hash. Who sends nothing but a hash is answered in the words of Apollo’s protocol, which clients
 * know: they send the text then, and are told of that what they may.
 */
export function admitDocument(
  { text, hash }: AskedOperation,
  found: FoundDocument | undefined,
  client: ClientVersion,
  { registry, freeForm }: DocumentRules,
): Result<FoundDocument, Refusal> {
  if (text !== undefined && hash !== undefined && hash !== (found?.registered?.hash ?? hashOf(text)))
    return err(badRequest('DOCUMENT_ID_OF_OTHER'));
  const documents = registry.of(client);
  if (found && ((text !== undefined && freeForm) || (found.registered && documents?.has(found.registered))))
    return ok(found);
  if (text !== undefined) return updateClient(documents ? 'DOCUMENT_REQUIRED' : 'CLIENT_UNKNOWN', 400);
  if (freeForm) return err({ code: 'PERSISTED_QUERY_NOT_FOUND', status: 200 });
  return updateClient(documents ? 'PERSISTED_QUERY_NOT_FOUND' : 'PERSISTED_QUERY_NOT_SUPPORTED', 200);
}

const updateClient = (code: RefusalCode, status: number): Result<never, Refusal> =>
  err({ code, status, remedies: [{ code: 'UpdateClient' }] });
