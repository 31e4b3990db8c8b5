import type { DataOf } from '@bindery/event-contracts';
import { newId, type Id } from '@bindery/kernel';
import { testViewer } from '@bindery/trust/testing';
import { aBinding, type PublishedBinding } from './binding-events';
import { newKey, type Answer, type Holder } from './operations';
import type { RunningVerification } from './start-verification';

type Requested = DataOf<'bindery.binding.review-requested.v1'>;

/** One of our own people who looks at documents; or with other roles. */
export const aReviewer = (accountId = newId('account'), staffRoles: ('REVIEWER' | 'OPERATOR')[] = ['REVIEWER']) => ({
  accountId,
  claims: { viewer: testViewer({ accountId, staffRoles }) },
});

/** Binding asks for a review; answers the binding. */
export async function publishReviewRequested(
  service: RunningVerification,
  { accountId }: Holder,
  more: Partial<Requested> & { readonly sequence?: number } = {},
  binding: PublishedBinding = aBinding(accountId, { kindName: { en: 'lender account', 'zh-CN': '贷款账户' } }),
): Promise<PublishedBinding> {
  const { sequence = 2, ...rest } = more;
  // Later than what was asked for before, as it is by the clock.
  service.clock.advance(1_000);
  const now = service.clock.now();
  const deadline = new Date(now.getTime() + 3 * 86_400_000).toISOString();
  const asked = { deadline, documentTypes: ['MAINLAND_ID'], reviewers: 1, round: 1, at: now.toISOString() };
  await service.eventLog.publish('binding', {
    type: 'bindery.binding.review-requested.v1',
    key: binding.bindingId,
    sequence,
    data: {
      ...binding.common,
      provider: 'xiaomi-finance',
      trigger: 'RequirementsMet',
      from: 'VERIFYING',
      to: 'IN_REVIEW',
      status: 'IN_REVIEW',
      ...asked,
      ...rest,
    },
  });
  return binding;
}

/** Binding asks people to look at a newer document of a bound card. */
export async function publishRenewalRequested(
  service: RunningVerification,
  { accountId }: Holder,
  bindingId: Id<'binding'>,
  number = 1,
): Promise<void> {
  // Later than what was asked for before, as it is by the clock.
  service.clock.advance(1_000);
  const now = service.clock.now();
  await service.eventLog.publish('binding', {
    type: 'bindery.document.renewal-requested.v1',
    key: bindingId,
    data: {
      ...{
        bindingId,
        accountId,
        provider: 'xiaomi-finance',
        round: number,
        documentTypes: ['MAINLAND_ID'],
        reviewers: 1,
      },
      ...{ deadline: new Date(now.getTime() + 3 * 86_400_000).toISOString(), at: now.toISOString() },
    },
  });
}

const task = `id bindingId provider state round deadline reviewersNeeded agreed documentsWanted documentsDigest
  documents { type lastFour expiresOn statedElsewhere expired }`;
const problem = '... on InvalidInputError { field rule } ... on Problem { code message remedies { code } }';

export async function readQueue(service: RunningVerification, claims: object, page = 'first: 100'): Promise<Answer> {
  return service.ask(
    `{ reviewQueue(${page}) { edges { node { ${task} } } pageInfo { hasNextPage endCursor } } }`,
    {},
    claims,
  );
}

/** The task of a binding in somebody's queue; undefined where it is not there. */
export async function taskOf(service: RunningVerification, claims: object, bindingId: Id<'binding'>): Promise<Answer> {
  const { data } = await readQueue(service, claims);
  return data.reviewQueue.edges.map(({ node }: Answer) => node).find((node: Answer) => node.bindingId === bindingId);
}

export async function decide(service: RunningVerification, claims: object, input: object): Promise<Answer> {
  const document = `mutation ($input: DecideReviewInput!) { decideReview(input: $input) { __typename ... on DecideReviewSuccess { review { ${task} } } ${problem} } }`;
  const answer: Answer = await service.ask(document, { input: { idempotencyKey: newKey(), ...input } }, claims);
  return answer.data?.decideReview ?? answer;
}

const review = 'about state deadline round documentsWanted documents { type lastFour expiresOn } reasons { code text }';

export async function submit(service: RunningVerification, claims: object, input: object): Promise<Answer> {
  const document = `mutation ($input: SubmitDocumentInput!) { submitDocument(input: $input) { __typename ... on SubmitDocumentSuccess { review { ${review} } } ${problem} } }`;
  const answer: Answer = await service.ask(document, { input: { idempotencyKey: newKey(), ...input } }, claims);
  return answer.data?.submitDocument ?? answer;
}

export async function readReview(service: RunningVerification, claims: object, bindingId: string): Promise<Answer> {
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Binding { review { ${review} } } } }`;
  const { data } = await service.ask(query, { r: [{ __typename: 'Binding', id: bindingId }] }, claims);
  return data._entities[0]?.review ?? null;
}

export async function readWaiting(
  service: RunningVerification,
  { accountId, claims }: Holder,
  locale: 'en' | 'zh-CN' = 'en',
): Promise<Answer[]> {
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Account { waiting { __typename subject kind deadline title ... on WaitingReview { binding { id } } } } } }`;
  const { data } = await service.ask(query, { r: [{ __typename: 'Account', id: accountId }] }, { ...claims, locale });
  return data._entities[0].waiting;
}
