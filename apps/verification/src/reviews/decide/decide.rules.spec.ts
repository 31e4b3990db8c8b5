import { newId } from '@bindery/kernel';
import type { Review, Vote } from '../review.rules';
import { outcomeOf, refuseVote } from './decide.rules';

const holder = newId('account');
const [one, other] = [newId('account'), newId('account')];
const now = new Date('2026-03-01T00:00:00Z');
const review: Review = {
  id: newId('review'),
  version: 0,
  bindingId: newId('binding'),
  accountId: holder,
  about: 'BIND',
  requestVersion: 2,
  provider: 'xiaomi-finance',
  providerName: null,
  kindName: null,
  documentTypes: ['MAINLAND_ID'],
  reviewersNeeded: 2,
  round: 1,
  state: 'OPEN',
  reasons: [],
  requestedAt: new Date('2026-02-28T00:00:00Z'),
  deadline: new Date('2026-03-03T00:00:00Z'),
  decidedAt: null,
};
const vote = (reviewerId: Vote['reviewerId'], decision: Vote['decision']): Vote => ({
  reviewId: review.id,
  reviewerId,
  decision,
  reasons: [],
  decidedAt: now,
});
const asking = {
  review,
  votes: [],
  reviewerId: one,
  decision: 'APPROVE',
  documentThere: true,
  documentsSeen: true,
  now,
} as const;

describe('a vote', () => {
  it('is taken of somebody else than the holder, while it waits', () => expect(refuseVote(asking)).toBeNull());

  it.each([
    ['OWN_REVIEW', { reviewerId: holder }],
    ['REVIEW_CLOSED', { review: { ...review, state: 'APPROVED' } }],
    ['REVIEW_CLOSED', { now: review.deadline }],
    ['REVIEWED_ALREADY', { votes: [vote(one, 'APPROVE')] }],
    ['DOCUMENT_MISSING', { documentThere: false }],
    ['REVIEW_MOVED', { documentsSeen: false }],
  ] as const)('is refused as %s with %j', (kind, more) => expect(refuseVote({ ...asking, ...more })).toEqual({ kind }));

  it('needs no document to be a no, nor where none is wanted', () => {
    expect(refuseVote({ ...asking, documentThere: false, documentsSeen: false, decision: 'REFUSE' })).toBeNull();
    expect(refuseVote({ ...asking, documentThere: false, review: { ...review, documentTypes: [] } })).toBeNull();
  });
});

describe('what votes come to', () => {
  it('is an approval when as many people agree as are needed', () => {
    expect(outcomeOf(review, [])).toEqual({ state: 'OPEN', reviewerIds: [] });
    expect(outcomeOf(review, [vote(one, 'APPROVE')])).toEqual({ state: 'OPEN', reviewerIds: [one] });
    expect(outcomeOf(review, [vote(one, 'APPROVE'), vote(one, 'APPROVE')]).state).toBe('OPEN');
    expect(outcomeOf(review, [vote(one, 'APPROVE'), vote(other, 'APPROVE')])).toEqual({
      state: 'APPROVED',
      reviewerIds: [one, other],
    });
  });

  it('is anything else by one of them, whatever the others said', () => {
    expect(outcomeOf(review, [vote(one, 'APPROVE'), vote(other, 'REFUSE')])).toEqual({
      state: 'REFUSED',
      reviewerIds: [other],
    });
    expect(outcomeOf(review, [vote(one, 'ASK_FOR_MORE')])).toEqual({ state: 'MORE_ASKED', reviewerIds: [one] });
  });
});
