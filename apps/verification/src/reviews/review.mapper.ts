import type { Id } from '@bindery/kernel';
import type { Locale } from '@bindery/localisation';
import { dayOf } from '@bindery/values';
import {
  digestOfDocuments,
  documentZone,
  isGoodOn,
  statedTypes,
  type StatedDocument,
  type StatedType,
} from './document/stated-document.rules';
import type { Review, Vote } from './review.rules';
import { ReviewTaskDocumentType, ReviewTaskType, ReviewType, StatedDocumentType } from './review.type';
import { say } from './reviews.words';

/** Those that can be stated here. */
const wanted = ({ documentTypes }: Review): StatedType[] => statedTypes.filter((type) => documentTypes.includes(type));

export const toDocumentType = ({ type, lastFour, expiresOn, statedAt }: StatedDocument): StatedDocumentType =>
  Object.assign(new StatedDocumentType(), { type, lastFour, expiresOn, statedAt });

/** A review as its holder sees it. */
export const toReviewType = (review: Review, documents: readonly StatedDocument[], locale: Locale): ReviewType =>
  Object.assign(new ReviewType(), {
    about: review.about,
    state: review.state,
    deadline: review.deadline,
    decidedAt: review.decidedAt,
    round: review.round,
    documentsWanted: wanted(review),
    documents: documents.map(toDocumentType),
    reasons: review.reasons.map((code) => ({ code, text: say(locale, code) })),
  });

interface TaskFacts {
  readonly votes: readonly Vote[];
  readonly documents: readonly StatedDocument[];
  /** Fingerprints that other accounts have stated too. */
  readonly shared: ReadonlySet<string>;
  /** Who looks at it. */
  readonly reviewerId: Id<'account'>;
  readonly now: Date;
}

/** A review as a reviewer sees it: no account, no name, of numbers the end only, and nothing of what another said while it is open. */
export function toTaskType(review: Review, facts: TaskFacts): ReviewTaskType {
  const { votes, documents, shared, reviewerId, now } = facts;
  const seen = review.state === 'OPEN' ? votes.filter((vote) => vote.reviewerId === reviewerId) : votes;
  const { id, bindingId, about, provider, state, round, requestedAt, deadline, reviewersNeeded } = review;
  const today = dayOf(now, documentZone);
  return Object.assign(new ReviewTaskType(), {
    ...{ id, bindingId, about, provider, state, round, requestedAt, deadline, reviewersNeeded },
    agreed: seen.filter(({ decision }) => decision === 'APPROVE').length,
    documentsWanted: wanted(review),
    documentsDigest: digestOfDocuments(documents),
    documents: documents.map((document) =>
      Object.assign(new ReviewTaskDocumentType(), toDocumentType(document), {
        statedElsewhere: shared.has(document.fingerprint),
        expired: !isGoodOn(document, today),
      }),
    ),
  });
}
