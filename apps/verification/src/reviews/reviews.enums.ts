import { enumOf } from '@bindery/subgraph';
import { statedTypes } from './document/stated-document.rules';
import { reviewAbouts, reviewDecisions, reviewReasons, reviewStates } from './review.rules';
import { en } from './reviews.words.en';

export const ReviewStateEnum = enumOf('ReviewState', 'How a review stands.', reviewStates, {
  OPEN: 'Waits for a document or for people.',
  APPROVED: 'Enough people agreed; the provider is asked.',
  MORE_ASKED: 'Something is missing: confirm again when it is there.',
  REFUSED: 'Refused; the binding is over.',
  ENDED: 'Given up, or not decided in time.',
});

export const ReviewAboutEnum = enumOf('ReviewAbout', 'What people look at.', reviewAbouts, {
  BIND: 'A card, before its provider is asked.',
  RENEWAL: 'A newer document of a bound card, which stays as it is meanwhile.',
});

export const ReviewDecisionEnum = enumOf('ReviewDecision', 'What a reviewer says.', reviewDecisions, {
  APPROVE: 'It may be bound.',
  ASK_FOR_MORE: 'Something is missing; the holder is told what.',
  REFUSE: 'It may not be bound.',
});

export const ReviewReasonEnum = enumOf(
  'ReviewReasonCode',
  'Why more is asked for, or it is refused. Codes never change.',
  reviewReasons,
  en,
);

export const StatedDocumentTypeEnum = enumOf('StatedDocumentType', 'Kinds of document.', statedTypes, {
  MAINLAND_ID: 'The resident identity card of mainland China.',
  PASSPORT: 'A passport.',
});
