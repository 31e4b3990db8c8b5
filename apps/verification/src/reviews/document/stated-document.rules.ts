import { createHash } from 'node:crypto';
import { err, invalidField, ok, type Id, type InvalidInput, type Result } from '@bindery/kernel';
import { isCalendarDay, readResidentId, toPlainTyping, type CalendarDay } from '@bindery/values';
import type { Review } from '../review.rules';

/** Documents that can be stated here. What a provider asks for beyond them nobody can state. */
export const statedTypes = ['MAINLAND_ID', 'PASSPORT'] as const;
export type StatedType = (typeof statedTypes)[number];

/** What a holder has stated of a document. Of its number a keyed fingerprint and the last four characters are kept. */
export interface StatedDocument {
  readonly id: Id<'document'>;
  readonly accountId: Id<'account'>;
  readonly bindingId: Id<'binding'>;
  readonly type: StatedType;
  readonly fingerprint: string;
  readonly lastFour: string;
  /** Null for one that is good for good, as older people's identity cards are. */
  readonly expiresOn: CalendarDay | null;
  readonly statedAt: Date;
}

/** A document as it was typed. */
export interface TypedDocument {
  readonly type: StatedType;
  readonly number: string;
  readonly expiresOn?: string | null;
}

export interface ReadDocument {
  readonly type: StatedType;
  /** Never kept, never logged. */
  readonly number: string;
  readonly expiresOn: CalendarDay | null;
}

/** What can be told without looking at anything: the form of number and day. The number is in no refusal. */
export function readDocument(
  { type, number: typed, expiresOn = null }: TypedDocument,
  today: CalendarDay,
): Result<ReadDocument, InvalidInput> {
  const number = readNumber(type, typed, today);
  if (number === null) return err(invalidField('number', 'FORMAT'));
  if (expiresOn === null)
    return type === 'MAINLAND_ID' ? ok({ type, number, expiresOn }) : err(invalidField('expiresOn', 'REQUIRED'));
  return isCalendarDay(expiresOn) ? ok({ type, number, expiresOn }) : err(invalidField('expiresOn', 'FORMAT'));
}

function readNumber(type: StatedType, typed: string, today: CalendarDay): string | null {
  if (type === 'MAINLAND_ID') {
    const read = readResidentId(typed, today);
    return read.ok ? read.value : null;
  }
  // ICAO 9303: nine characters at most stand in the machine readable line.
  const number = toPlainTyping(typed).replaceAll(/\s/g, '').toUpperCase();
  return /^[A-Z0-9]{6,9}$/.test(number) ? number : null;
}

/** Whether it is still good on a day; on its last one it is. */
export const isGoodOn = ({ expiresOn }: Pick<StatedDocument, 'expiresOn'>, day: CalendarDay): boolean =>
  expiresOn === null || day <= expiresOn;

/** Names what was stated for a binding by all of it: another document, or one more, has another. */
export const digestOfDocuments = (documents: readonly Pick<StatedDocument, 'id'>[]): string =>
  createHash('sha256')
    .update(
      documents
        .map(({ id }) => id)
        .sort()
        .join(' '),
    )
    .digest('base64url');

/** What counts for a review: for a newer document only what was stated since it was asked for. */
export const isStatedFor = (
  { bindingId, type, statedAt }: Pick<StatedDocument, 'bindingId' | 'type' | 'statedAt'>,
  review: Pick<Review, 'bindingId' | 'documentTypes' | 'about' | 'requestedAt'>,
): boolean =>
  bindingId === review.bindingId &&
  review.documentTypes.includes(type) &&
  (review.about === 'BIND' || statedAt >= review.requestedAt);

/** Whose day counts: those documents are of the mainland, or used there. */
export const documentZone = 'Asia/Shanghai';

/** So many for one binding: whoever states more is guessing. */
export const documentsMax = 5;
