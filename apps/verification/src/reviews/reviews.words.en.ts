import type { ReviewReason } from './review.rules';

const reasons: Record<ReviewReason, string> = {
  DOCUMENT_MISSING: 'The document that is needed was not stated.',
  DOCUMENT_EXPIRES_SOON: 'The document is good for too short a time. Please state a newer one.',
  DOCUMENT_NOT_ACCEPTED: 'This document is not accepted here. Please state another.',
  DETAILS_DIFFER: 'What you stated and what the provider knows are not the same.',
  NOT_ELIGIBLE: 'The provider does not offer this to you.',
  SUSPECTED_MISUSE: 'We could not make sure that this is you.',
};

export const en = {
  ...reasons,
  REVIEW_CLOSED: 'This review is over: it was decided, given up, or its time has passed.',
  OWN_REVIEW: 'Nobody reviews a card of their own.',
  REVIEWED_ALREADY: 'You have said your word about this; somebody else has to look at it too.',
  DOCUMENT_NEEDED: 'A document is needed that is good today. Ask the holder for it.',
  REVIEW_MOVED: 'Something else was stated since you looked. Look at the documents once more, and quote their digest.',
  DOCUMENT_NOT_WANTED: 'No document of this kind is asked for here now.',
  DOCUMENT_EXPIRED: 'This document has expired. Please state one that is good today.',
  DOCUMENT_LOOKED_AT:
    'People have begun to look at what you stated. If they need another document, they ask you for it.',
  TOO_MANY_DOCUMENTS: 'More documents cannot be stated for this card.',
} as const;
