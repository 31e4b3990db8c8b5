import type { EntityManager } from 'typeorm';
import { err, newId, ok, type Clock, type Id, type InvalidInput, type Result } from '@bindery/kernel';
import type { Once, OnceRefusal } from '@bindery/persistence';
import type { Viewer } from '@bindery/trust';
import { dayOf } from '@bindery/values';
import type { KeyedDigest } from '../../keys';
import { listVotes, lockNewestReview } from '../review.repository';
import { isOpen, type Review } from '../review.rules';
import { insertDocument, listDocuments } from './stated-document.repository';
import {
  documentsMax,
  documentZone,
  isGoodOn,
  isStatedFor,
  readDocument,
  type ReadDocument,
  type TypedDocument,
} from './stated-document.rules';

interface SubmitDocumentCommand extends TypedDocument {
  readonly viewer: Viewer;
  readonly idempotencyKey: string;
  readonly bindingId: Id<'binding'>;
}

interface Refusal<Kind extends string> {
  readonly kind: Kind;
}

export type SubmitDocumentError =
  | OnceRefusal
  | InvalidInput
  | Refusal<'NOT_FOUND'>
  | Refusal<'DOCUMENT_NOT_WANTED'>
  | Refusal<'DOCUMENT_EXPIRED'>
  | Refusal<'DOCUMENT_LOOKED_AT'>
  | Refusal<'TOO_MANY_DOCUMENTS'>;

type Outcome = Result<{ bindingId: Id<'binding'> }, SubmitDocumentError>;
export type SubmitDocument = (command: SubmitDocumentCommand) => Promise<Outcome>;

export interface SubmitDocumentDeps {
  readonly once: Once;
  readonly clock: Clock;
  /** Stands for a document by type and number. */
  readonly digestDocument: KeyedDigest;
}

/** A holder states a document that a review asks for. Its number goes no further than this: a keyed fingerprint and its end are kept. */
export function createSubmitDocument({ once, clock, digestDocument }: SubmitDocumentDeps): SubmitDocument {
  return async ({ viewer: { accountId }, idempotencyKey, bindingId, ...typed }) => {
    const read = readDocument(typed, dayOf(clock.now(), documentZone));
    if (!read.ok) return read;
    const { type, number, expiresOn } = read.value;
    const fingerprint = digestDocument(JSON.stringify([type, number]));
    return once(
      { owner: accountId, operation: 'submitDocument', idempotencyKey, request: { bindingId, fingerprint, expiresOn } },
      async (tx): Promise<Outcome> => {
        const review = await lockNewestReview(tx, bindingId, accountId);
        if (!review) return err({ kind: 'NOT_FOUND' });
        const statedAt = clock.now();
        const refused = await refuse(tx, review, read.value, statedAt);
        if (refused) return err({ kind: refused });
        const id = newId('document', statedAt.getTime());
        const lastFour = number.slice(-4);
        await insertDocument(tx, { id, accountId, bindingId, type, fingerprint, lastFour, expiresOn, statedAt });
        return ok({ bindingId });
      },
    );
  };
}

async function refuse(tx: EntityManager, review: Review, { type, expiresOn }: ReadDocument, now: Date) {
  const asked = isOpen(review, now) || (review.about === 'BIND' && review.state === 'MORE_ASKED');
  if (!asked || !review.documentTypes.includes(type)) return 'DOCUMENT_NOT_WANTED';
  if (!isGoodOn({ expiresOn }, dayOf(now, documentZone))) return 'DOCUMENT_EXPIRED';
  // Somebody has approved what was stated: another approval shall be of the same.
  if (isOpen(review, now) && (await listVotes(tx, [review.id])).length > 0) return 'DOCUMENT_LOOKED_AT';
  const stated = (await listDocuments(tx, [review.bindingId])).filter((one) => isStatedFor(one, review));
  return stated.length >= documentsMax ? 'TOO_MANY_DOCUMENTS' : null;
}
