import { parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import { refuseLargeDocument } from '../../limits/document-size';
import { requestLimits } from '../../limits/request-limits';
import { limitRefusal, type Refusal } from '../../refusals/refusal';
import { kindsOf, type OperationKind } from '../admission/operation-kind';

/** Characters of documents remembered at most: those that are sent in free form, while an app is being made. */
const rememberedCharacters = 4_000_000;

/** What is known of a text before it is validated. */
export interface FreeFormDocument {
  readonly text: string;
  /** Why it is not looked at any further. */
  readonly refusal?: Refusal;
  /** Undefined for a name that is not in it, and for what is no document: the server will say what is wrong with it. */
  kindOf(operationName: string | undefined): OperationKind | undefined;
}

export type ReadFreeForm = (text: string) => FreeFormDocument;

/** Reads documents that are sent as text by whoever may, each once. */
export function createFreeForm(): ReadFreeForm {
  const remembered = new LRUCache<string, FreeFormDocument>({
    maxSize: rememberedCharacters,
    sizeCalculation: (_value, text) => text.length + 1,
  });
  return (text) => {
    const known = remembered.get(text) ?? read(text);
    if (text.length <= requestLimits.documentCharacters) remembered.set(text, known);
    return known;
  };
}

function read(text: string): FreeFormDocument {
  const nothing = { text, kindOf: () => undefined };
  if (text.length > requestLimits.documentCharacters)
    return { ...nothing, refusal: limitRefusal('DOCUMENT_TOO_LARGE', requestLimits.documentCharacters) };
  try {
    const document = parse(text, { noLocation: true, maxTokens: requestLimits.tokens });
    const refusal = refuseLargeDocument(document);
    if (refusal) return { ...nothing, refusal };
    const kinds = kindsOf(document);
    return { text, kindOf: (operationName) => kinds.get(operationName) };
  } catch {
    return nothing;
  }
}
