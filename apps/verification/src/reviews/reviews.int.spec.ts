import { newId, type Id } from '@bindery/kernel';
import { aHolder, newKey, type Answer, type Holder } from '../testing/operations';
import {
  aReviewer,
  decide,
  publishRenewalRequested,
  publishReviewRequested,
  readQueue,
  readReview,
  readWaiting,
  submit,
  taskOf,
} from '../testing/reviews';
import { startVerification, type RunningVerification } from '../testing/start-verification';

let service: RunningVerification;
let holder: Holder;
beforeAll(async () => (service = await startVerification({ withJobs: false })));
afterAll(() => service.stop());
beforeEach(async () => (holder = await aHolder(service)));

const number = '11010519491231002X';
const document = { type: 'MAINLAND_ID', number, expiresOn: '2044-05-01' };

/** What binding is told of a review. */
const decisions = async (bindingId: Id<'binding'>): Promise<Answer[]> =>
  (
    await service.sql<{ value: string }>(
      `SELECT value FROM outbox_events WHERE headers->>'ce_type' = 'bindery.review.decided.v1' ORDER BY position`,
    )
  )
    .map(({ value }) => JSON.parse(value) as Answer)
    .filter((data) => data.bindingId === bindingId);

describe('a review', () => {
  it('waits for a document, then for a reviewer, who approves; binding hears of it once', async () => {
    const { bindingId } = await publishReviewRequested(service, holder);
    expect(await readWaiting(service, holder)).toMatchObject([
      {
        __typename: 'WaitingReview',
        subject: bindingId,
        kind: 'DOCUMENT',
        title: 'State your document for the lender account',
        binding: { id: bindingId },
      },
    ]);
    expect(await readReview(service, holder.claims, bindingId)).toMatchObject({ documentsWanted: ['MAINLAND_ID'] });
    const reviewer = aReviewer();
    const { id: reviewId } = await taskOf(service, reviewer.claims, bindingId);
    expect(await decide(service, reviewer.claims, { reviewId, decision: 'APPROVE' })).toMatchObject({
      __typename: 'ReviewRefusedError',
      code: 'DOCUMENT_NEEDED',
    });
    expect(await submit(service, holder.claims, { bindingId, ...document })).toMatchObject({
      __typename: 'SubmitDocumentSuccess',
      review: { documents: [{ type: 'MAINLAND_ID', lastFour: '002X', expiresOn: '2044-05-01' }] },
    });
    expect(await readWaiting(service, holder, 'zh-CN')).toMatchObject([
      { kind: 'REVIEW', title: '审核人员正在查看贷款账户' },
    ]);

    const idempotencyKey = newKey();
    const { documentsDigest } = await taskOf(service, reviewer.claims, bindingId);
    const approve = () =>
      decide(service, reviewer.claims, { idempotencyKey, reviewId, decision: 'APPROVE', documentsDigest });
    expect(await approve()).toMatchObject({ review: { state: 'APPROVED', agreed: 1 } });
    expect(await approve()).toMatchObject({ __typename: 'DecideReviewSuccess' });
    expect(await decisions(bindingId)).toEqual([
      {
        reviewId,
        bindingId,
        accountId: holder.accountId,
        provider: 'xiaomi-finance',
        requestVersion: 2,
        about: 'BIND',
        approved: { type: 'MAINLAND_ID', expiresOn: '2044-05-01' },
        decision: 'APPROVE',
        reasons: [],
        reviewerIds: [reviewer.accountId],
        reviewersNeeded: 1,
        at: expect.any(String),
      },
    ]);
    expect(await taskOf(service, reviewer.claims, bindingId)).toBeUndefined();
    expect(await readWaiting(service, holder)).toEqual([]);
    expect(service.lines.join('')).toContain('review-decided');
  });

  it('takes two different people where two are needed, and a no of one', async () => {
    const { bindingId } = await publishReviewRequested(service, holder, { reviewers: 2, documentTypes: [] });
    const [one, other] = [aReviewer(), aReviewer()];
    const { id: reviewId } = await taskOf(service, one.claims, bindingId);
    expect(await decide(service, one.claims, { reviewId, decision: 'APPROVE' })).toMatchObject({
      review: { state: 'OPEN', agreed: 1 },
    });
    expect(await decisions(bindingId)).toEqual([]);
    expect(await taskOf(service, one.claims, bindingId)).toBeUndefined();
    expect(await decide(service, one.claims, { reviewId, decision: 'APPROVE' })).toMatchObject({
      code: 'REVIEWED_ALREADY',
    });
    expect(await taskOf(service, other.claims, bindingId)).toMatchObject({ reviewersNeeded: 2, agreed: 0 });
    const reasons = ['SUSPECTED_MISUSE'];
    expect(await decide(service, other.claims, { reviewId, decision: 'REFUSE', reasons })).toMatchObject({
      review: { state: 'REFUSED' },
    });
    expect(await decisions(bindingId)).toMatchObject([{ decision: 'REFUSE', reasons, reviewerIds: [other.accountId] }]);
    expect(await readReview(service, holder.claims, bindingId)).toMatchObject({
      state: 'REFUSED',
      reasons: [{ code: 'SUSPECTED_MISUSE', text: 'We could not make sure that this is you.' }],
    });
  });

  it('approves what was looked at and nothing that was stated afterwards', async () => {
    const { bindingId } = await publishReviewRequested(service, holder, { reviewers: 2 });
    const [one, other] = [aReviewer(), aReviewer()];
    await submit(service, holder.claims, { bindingId, ...document });
    const { id: reviewId, documentsDigest } = await taskOf(service, one.claims, bindingId);
    const approve = (by: typeof one, seen?: string) =>
      decide(service, by.claims, { reviewId, decision: 'APPROVE', documentsDigest: seen });
    expect(await approve(one)).toMatchObject({ code: 'REVIEW_MOVED' });
    // Between the look and the word.
    await submit(service, holder.claims, { bindingId, ...document, expiresOn: '2045-05-01' });
    expect(await approve(one, documentsDigest)).toMatchObject({ code: 'REVIEW_MOVED' });
    const again = (await taskOf(service, one.claims, bindingId)).documentsDigest;
    expect(await approve(one, again)).toMatchObject({ review: { state: 'OPEN', agreed: 1 } });
    // Between the first word and the second.
    expect(await submit(service, holder.claims, { bindingId, ...document })).toMatchObject({
      __typename: 'DocumentRefusedError',
      code: 'DOCUMENT_LOOKED_AT',
    });
    expect(await approve(other, again)).toMatchObject({ review: { state: 'APPROVED', agreed: 2 } });
  });

  it('is nobody’s who holds the card, and nobody’s without the role', async () => {
    const { bindingId } = await publishReviewRequested(service, holder, { documentTypes: [] });
    const { id: reviewId } = await taskOf(service, aReviewer().claims, bindingId);
    const own = aReviewer(holder.accountId);
    expect(await taskOf(service, own.claims, bindingId)).toBeUndefined();
    expect(await decide(service, own.claims, { reviewId, decision: 'APPROVE' })).toMatchObject({ code: 'OWN_REVIEW' });
    for (const claims of [holder.claims, aReviewer(newId('account'), ['OPERATOR']).claims]) {
      expect((await readQueue(service, claims)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      expect((await decide(service, claims, { reviewId, decision: 'APPROVE' })).errors).toMatchObject([
        { extensions: { code: 'FORBIDDEN' } },
      ]);
    }
    expect((await readQueue(service, {})).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect(await decisions(bindingId)).toEqual([]);
  });

  it('sends a binding back for more, with reasons, and is followed by another that the same person may decide', async () => {
    const binding = await publishReviewRequested(service, holder);
    const { bindingId } = binding;
    const reviewer = aReviewer();
    const { id: reviewId } = await taskOf(service, reviewer.claims, bindingId);
    const decideWith = (reasons: string[]) =>
      decide(service, reviewer.claims, { reviewId, decision: 'ASK_FOR_MORE', reasons });
    expect(await decideWith([])).toMatchObject({ __typename: 'InvalidInputError', field: 'reasons', rule: 'REQUIRED' });
    expect(await decideWith(['DOCUMENT_MISSING'])).toMatchObject({ review: { state: 'MORE_ASKED' } });
    expect(await submit(service, holder.claims, { bindingId, ...document })).toMatchObject({
      review: { state: 'MORE_ASKED', reasons: [{ code: 'DOCUMENT_MISSING' }] },
    });
    await publishReviewRequested(service, holder, { sequence: 4, round: 2 }, binding);
    expect(await readReview(service, holder.claims, bindingId)).toMatchObject({ state: 'OPEN', round: 2, reasons: [] });
    const { id: next, documentsDigest } = await taskOf(service, reviewer.claims, bindingId);
    expect(next).not.toBe(reviewId);
    await decide(service, reviewer.claims, { reviewId: next, decision: 'APPROVE', documentsDigest });
    expect(await decisions(bindingId)).toMatchObject([
      { requestVersion: 2 },
      { requestVersion: 4, decision: 'APPROVE' },
    ]);
  });

  it('is over when its holder gives up, or its time has passed', async () => {
    const given = await publishReviewRequested(service, holder, { documentTypes: [] });
    const { id: reviewId } = await taskOf(service, aReviewer().claims, given.bindingId);
    await service.eventLog.publish('binding', {
      type: 'bindery.binding.cancelled.v1',
      key: given.bindingId,
      sequence: 3,
      data: { ...given.common, trigger: 'Cancel', from: 'IN_REVIEW', to: 'DECLINED', status: 'DECLINED' },
    });
    const deadline = new Date(service.clock.now().getTime() - 1).toISOString();
    const late = await publishReviewRequested(service, holder, { documentTypes: [], deadline });
    const { id: lateId } = (
      await service.sql<{ id: string }>('SELECT id FROM review WHERE binding_id = $1', [late.bindingId])
    )[0] ?? { id: '' };
    for (const id of [reviewId, lateId])
      expect(await decide(service, aReviewer().claims, { reviewId: id, decision: 'APPROVE' })).toMatchObject({
        code: 'REVIEW_CLOSED',
      });
    for (const { bindingId } of [given, late])
      expect(await taskOf(service, aReviewer().claims, bindingId)).toBeUndefined();
  });

  it('is decided once, however many decide at the same moment', async () => {
    for (let round = 0; round < 3; round++) {
      const { bindingId } = await publishReviewRequested(service, holder, { documentTypes: [], reviewers: 2 });
      const reviewers = Array.from({ length: 30 }, () => aReviewer());
      const { id: reviewId } = await taskOf(service, aReviewer().claims, bindingId);
      const answers = await Promise.all(
        reviewers.map(({ claims }, place) =>
          decide(service, claims, {
            reviewId,
            decision: place % 3 ? 'APPROVE' : 'REFUSE',
            reasons: place % 3 ? [] : ['NOT_ELIGIBLE'],
          }),
        ),
      );
      expect(await decisions(bindingId)).toHaveLength(1);
      const taken = answers.filter(({ __typename }) => __typename === 'DecideReviewSuccess');
      expect(taken.length).toBeLessThanOrEqual(2);
      for (const { code } of answers.filter((each) => !taken.includes(each))) expect(code).toBe('REVIEW_CLOSED');
    }
  });
});

describe('submitDocument', () => {
  it('keeps of the number a fingerprint and the end, and tells a reviewer that another account has it too', async () => {
    const other = await aHolder(service);
    const [mine, theirs] = [
      await publishReviewRequested(service, holder),
      await publishReviewRequested(service, other),
    ];
    const rare = '110101199003074514';
    const reviewer = aReviewer();
    await submit(service, holder.claims, { bindingId: mine.bindingId, ...document, number: rare });
    expect((await taskOf(service, reviewer.claims, mine.bindingId)).documents).toMatchObject([
      { statedElsewhere: false, expired: false },
    ]);
    await submit(service, other.claims, { bindingId: theirs.bindingId, ...document, number: rare });
    expect((await taskOf(service, reviewer.claims, mine.bindingId)).documents).toMatchObject([
      { lastFour: '4514', statedElsewhere: true },
    ]);
    for (const table of ['stated_document', 'idempotency_key', 'outbox_events', 'review'])
      expect(JSON.stringify(await service.sql(`SELECT t::text FROM ${table} t`))).not.toContain(rare);
    expect(service.lines.join('')).not.toContain(rare);
  });

  it('is refused where none is wanted, of another kind, expired, too often, or not one’s own', async () => {
    const { bindingId } = await publishReviewRequested(service, holder);
    const mine = (more: object) => submit(service, holder.claims, { bindingId, ...document, ...more });
    expect(await mine({ number: '110105194912310021' })).toMatchObject({ field: 'number', rule: 'FORMAT' });
    expect(await mine({ type: 'PASSPORT', number: 'E12345678' })).toMatchObject({ code: 'DOCUMENT_NOT_WANTED' });
    expect(await mine({ expiresOn: '2020-01-01' })).toMatchObject({ code: 'DOCUMENT_EXPIRED' });
    const stranger = await aHolder(service);
    expect(await submit(service, stranger.claims, { bindingId, ...document })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await readReview(service, stranger.claims, bindingId)).toBeNull();
    for (let each = 0; each < 5; each++) await mine({});
    expect(await mine({})).toMatchObject({ code: 'TOO_MANY_DOCUMENTS' });
    expect((await submit(service, {}, { bindingId, ...document })).errors).toMatchObject([
      { extensions: { code: 'UNAUTHENTICATED' } },
    ]);
  });
});

describe('a review of a newer document', () => {
  it('wants one that was stated since, and tells binding its kind and last day only', async () => {
    const { bindingId } = await publishReviewRequested(service, holder);
    const reviewer = aReviewer();
    await submit(service, holder.claims, { bindingId, ...document });
    const bind = await taskOf(service, reviewer.claims, bindingId);
    const { id, documentsDigest } = bind;
    await decide(service, reviewer.claims, { reviewId: id, decision: 'APPROVE', documentsDigest });

    await publishRenewalRequested(service, holder, bindingId);
    expect(await readReview(service, holder.claims, bindingId)).toMatchObject({ about: 'RENEWAL', state: 'OPEN' });
    expect(await readWaiting(service, holder)).toMatchObject([{ subject: bindingId, kind: 'DOCUMENT' }]);
    const approve = async () => {
      const task = await taskOf(service, reviewer.claims, bindingId);
      const looked = { reviewId: task.id, documentsDigest: task.documentsDigest };
      return decide(service, reviewer.claims, { ...looked, decision: 'APPROVE' });
    };
    expect(await approve()).toMatchObject({ code: 'DOCUMENT_NEEDED' });
    await submit(service, holder.claims, { bindingId, ...document, expiresOn: '2054-05-01' });
    expect(await approve()).toMatchObject({ review: { state: 'APPROVED' } });
    const told = (await decisions(bindingId)).at(-1);
    expect(told).toMatchObject({
      ...{ about: 'RENEWAL', requestVersion: 1, decision: 'APPROVE' },
      approved: { type: 'MAINLAND_ID', expiresOn: '2054-05-01' },
    });
    expect(JSON.stringify(told)).not.toContain('002X');
  });

  it('is over when its card is taken off', async () => {
    const { bindingId, common } = await publishReviewRequested(service, holder);
    await publishRenewalRequested(service, holder, bindingId);
    await service.eventLog.publish('binding', {
      type: 'bindery.binding.unbound.v1',
      key: bindingId,
      sequence: 9,
      data: {
        ...common,
        ...{ trigger: 'ProviderConfirmed', from: 'UNBINDING', to: 'UNBOUND', status: 'UNBOUND' },
        ...{ provider: 'xiaomi-finance', receiptId: newId('receipt'), at: service.clock.now().toISOString() },
      } as never,
    });
    expect(await readReview(service, holder.claims, bindingId)).toMatchObject({ state: 'ENDED' });
  });
});
