import { err, ok, type Result } from '@bindery/kernel';
import type { ClientVersion } from '../clients/client-version';
import type { Refusal } from '../../refusals/refusal';
import type { AskedOperation } from './asked-operation';
import { hashOf } from './document-manifest';
import type { DocumentRegistry } from './document-registry';

const refuse = (
  code: 'DOCUMENT_REQUIRED' | 'DOCUMENT_UNKNOWN' | 'CLIENT_UNKNOWN' | 'BAD_REQUEST',
): Result<never, Refusal> =>
  err({ code, status: 400, ...(code === 'BAD_REQUEST' ? {} : { remedies: [{ code: 'UpdateClient' as const }] }) });

export interface DocumentRules {
  readonly registry: DocumentRegistry;
  /** Whether any document may be sent as text: while an app is being made. */
  readonly freeForm: boolean;
}

/**
 * The text that is executed for a request; undefined when it names none. Where free form is off, only what the app registered for
 * its version is answered, by hash or by the very text of that hash.
 */
export function chooseDocument(
  { text, hash }: AskedOperation,
  client: ClientVersion,
  { registry, freeForm }: DocumentRules,
): Result<string | undefined, Refusal> {
  if (text !== undefined && hash !== undefined && hash !== hashOf(text)) return refuse('BAD_REQUEST');
  if (text !== undefined && freeForm) return ok(text);
  if (text === undefined && hash === undefined) return ok(undefined);
  const documents = registry.of(client);
  if (!documents) return refuse('CLIENT_UNKNOWN');
  if (text !== undefined) return documents.has(text) ? ok(text) : refuse('DOCUMENT_REQUIRED');
  const found = documents.byHash.get(hash ?? '');
  return found === undefined ? refuse('DOCUMENT_UNKNOWN') : ok(found);
}

/** The text of an operation as far as anybody may send it; what nobody has registered is not worth a look where free form is off. */
export function knownText({ text, hash }: AskedOperation, { registry, freeForm }: DocumentRules): string | undefined {
  if (text === undefined) return hash === undefined ? undefined : registry.textOf(hash);
  return freeForm || registry.has(text) ? text : undefined;
}
