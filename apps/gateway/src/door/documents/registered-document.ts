import { Kind, parse, type DocumentNode } from 'graphql';
import { kindsOf, type OperationKind } from '../admission/operation-kind';

/** A document that some app may send, with what is known of it from the start. */
export interface RegisteredDocument {
  readonly text: string;
  /** SHA-256 of the text, in hex. */
  readonly hash: string;
  readonly document: DocumentNode;
  /** Names of its operations; undefined for one that has none. */
  readonly operationNames: readonly (string | undefined)[];
  /** Undefined for a name that is not in it. */
  kindOf(operationName: string | undefined): OperationKind | undefined;
}

/** Throws when the text is not GraphQL. */
export function toRegisteredDocument(hash: string, text: string): RegisteredDocument {
  const document = parse(text);
  const kinds = kindsOf(document);
  return {
    text,
    hash,
    document,
    operationNames: document.definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION && definition.operation !== 'subscription'
        ? [definition.name?.value]
        : [],
    ),
    kindOf: (operationName) => kinds.get(operationName),
  };
}
