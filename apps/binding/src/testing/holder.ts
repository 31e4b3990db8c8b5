import { newId, type Id } from '@bindery/kernel';
import { testViewer } from '@bindery/trust/testing';
import type { GatewayClaims, ProofAction, Viewer } from '@bindery/trust';
import { consentTo } from './consent';
import type { Answer, ProviderCode, RunningBinding } from './start-binding-service';

export const newKey = (): string => newId('event').replace('event_', 'key-');

/** Luhn-valid Visa numbers that no other test of this file uses, and that every bank takes: none takes one that ends in 0002. */
let numbers = 0;
export function newCardNumber(): string {
  const number = nextCardNumber();
  return number.endsWith('0002') ? nextCardNumber() : number;
}

function nextCardNumber(): string {
  const body = `411111${String(++numbers).padStart(9, '0')}`;
  const sum = [...body]
    .reverse()
    .reduce((total, digit, place) => total + (place % 2 === 0 ? doubled(Number(digit)) : Number(digit)), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}
const doubled = (digit: number) => (digit * 2 > 9 ? digit * 2 - 9 : digit * 2);

export interface Holder {
  readonly viewer: Viewer;
  readonly claims: Partial<GatewayClaims>;
}

export function aHolder(locale: 'zh-CN' | 'en' = 'en'): Holder {
  const viewer = testViewer({ accountId: newId('account'), deviceId: newId('device'), sessionId: newId('session') });
  return { viewer, claims: { viewer, locale } };
}

const problem = '... on Problem { code message remedies { code title } }';
const bindingFields =
  'id status phase startedAt holds { owner reason cause text liftableBy } sync { state operation deadline } nextSteps { code title } credentialReference restorable { until extendedByDispute strategy } receipt { id text feeCharged { value currency } feeRefunded { amount { value currency } at } restorableUntil remedies { code } }';

export const disputeFields =
  'id about title state text reason words openedAt decideBy escalatedAt decidedAt proveBy closedAt settledById cardOutcome feeRefunded { amount { value } at } nextSteps { code }';

const acted =
  '{ act { id kind state text obligationId about deadline to { id } } binding { id } } ... on ObligationOfferChangedError { current { id } } ... on ObligationUnderWayError { until } ... on ProofRejectedError { rejection } ... on InvalidInputError { field rule } ... on ProviderUnavailableError { retryAt }';

const mutations = {
  openDispute: `... on OpenDisputeSuccess { dispute { ${disputeFields} } binding { ${bindingFields} } } ... on AlreadyDisputedError { earlier { id state } } ... on NotDisputableError { until } ... on TooManyRequestsError { retryAt } ... on InvalidInputError { field rule ruleLimit }`,
  answerWasThisYou: `... on AnswerWasThisYouSuccess { dispute { ${disputeFields} } binding { ${bindingFields} } } ... on AlreadyDisputedError { earlier { id } }`,
  startBinding: `... on StartBindingSuccess { binding { ${bindingFields} card { id lastFour brand displayName isDefault } previousBinding { id } } }
    ... on CardNumberInvalidError { field } ... on AlreadyBoundError { existing { id } } ... on BindingLimitError { limit } ... on NotFoundError { argument } ... on BindingRefusedError { refusal reason } ... on TermsChangedError { terms { version text locale } } ... on InvalidInputError { field rule ruleLimit }`,
  confirmBinding: `... on ConfirmBindingSuccess { binding { ${bindingFields} } operation { id kind deadline } } ... on ReviewFirstError { binding { ${bindingFields} } } ... on ProofRejectedError { reason } ... on BindingLimitError { limit } ... on TransitionRefusedError { phase possible }`,
  answerActivation: `... on AnswerActivationSuccess { binding { ${bindingFields} activation { steps { kind } } } } ... on ActivationRejectedError { rejection attemptsLeft } ... on TransitionRefusedError { phase possible } ... on InvalidInputError { field rule }`,
  cancelBinding: `... on CancelBindingSuccess { binding { ${bindingFields} } } ... on TransitionRefusedError { phase possible }`,
  requestUnbind: `... on RequestUnbindSuccess { binding { ${bindingFields} } operation { id kind deadline } } ... on ProofRejectedError { reason }
    ... on UnbindPlanStaleError { changes changed plan { digest effects { __typename text } } } ... on UnbindBlockedError { blockers { kind code text remedies { code } } } ... on FeeNotAcceptedError { fee { value } } ... on TransitionRefusedError { phase possible }`,
  requestRestore: `... on RequestRestoreSuccess { binding { ${bindingFields} } operation { id } } ... on RestoreRefusedError { obstacle reason } ... on BindingLimitError { limit } ... on ProofRejectedError { rejection reason } ... on TransitionRefusedError { phase possible }`,
  suspendBinding: `... on SuspendBindingSuccess { binding { ${bindingFields} } } ... on TransitionRefusedError { phase }`,
  resumeBinding: `... on ResumeBindingSuccess { binding { ${bindingFields} } } ... on TransitionRefusedError { phase }`,
  dismissBindingReview: `... on DismissBindingReviewSuccess { review { suggested nextAt } }`,
  exportUsage: `... on ExportUsageSuccess { export { id state rowsDone rowsTotal deadline } } ... on InvalidInputError { field rule } ... on TooManyExportsError { retryAt }`,
  cancelUsageExport: `... on CancelUsageExportSuccess { export { id state } }`,
  createUsageExportLink: `... on CreateUsageExportLinkSuccess { path expiresAt }`,
  moveCards: `... on MoveCardsSuccess { cards { outcome obstacle text carries rebindOffer { previousBindingId field device { id } asks { name known } provider { terms { version } } } binding { id status } successor { ${bindingFields} } } } ... on MovePlanStaleError { plan { digest } } ... on NothingMovesError { plan { cards { obstacle text } } } ... on ProofRejectedError { rejection } ... on InvalidInputError { field rule }`,
  replaceCard: `... on ReplaceCardSuccess { binding { ${bindingFields} previousBinding { id } card { id } } replaced { ${bindingFields} successor { id } } } ... on ReplacementUnderWayError { successor { id } } ... on BindingRefusedError { refusal } ... on TransitionRefusedError { phase possible } ... on InvalidInputError { field rule }`,
  reportLost: `... on ReportLostSuccess { since card { id lastFour lostSince } device { id lostSince } results { outcome text binding { ${bindingFields} } } } ... on InvalidInputError { field rule }`,
  reportFound: `... on ReportFoundSuccess { card { id lostSince } device { id lostSince } results { outcome binding { ${bindingFields} } } } ... on ProofRejectedError { rejection reason } ... on InvalidInputError { field rule }`,
  cancelMandate: `... on CancelMandateSuccess ${acted}`,
  moveMandate: `... on MoveMandateSuccess ${acted}`,
  settlePending: `... on SettlePendingSuccess ${acted}`,
  withdrawBalance: `... on WithdrawBalanceSuccess ${acted}`,
  setPaymentOrder: `... on SetPaymentOrderSuccess { paymentOrder { id } } ... on InvalidInputError { field rule }`,
  setDefaultCard: `... on SetDefaultCardSuccess { card { id isDefault } }`,
};

/** One mutation with its whole answer. A key of its own unless `input` has one. */
export async function mutate(
  service: RunningBinding,
  { claims }: Holder,
  name: keyof typeof mutations,
  input: object,
): Promise<Answer> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ${mutations[name]} ${problem} } }`;
  const answer = await service.ask(query, { input: { idempotencyKey: newKey(), ...input } }, claims);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data[name];
}

export const bankCard = (number = newCardNumber()) => ({ bank: { number } });
export const accessCard = (memberNumber = 'RG-1001') => ({ access: { site: 'riverside', memberNumber } });

export function startInput(
  { viewer }: Holder,
  provider: ProviderCode = 'seaside-bank',
  card: object = provider === 'cloudgate' ? accessCard() : bankCard(),
) {
  return { provider, deviceId: viewer.deviceId, consent: consentTo(provider), card };
}

export const proofOf = (
  service: RunningBinding,
  { viewer }: Holder,
  action: ProofAction,
  subjectId: string,
  planDigest?: string,
) =>
  service.prove({ id: newId('proof'), accountId: viewer.accountId, action, subjectId, planDigest, factor: 'SMS_CODE' });

/** To have another card of the bank in the place of one. */
export const replaceInput = (bindingId: Id<'binding'>, reason = 'DAMAGED') => ({
  bindingId,
  reason,
  consent: consentTo('seaside-bank'),
  card: bankCard(newCardNumber()),
});

/** Asks for another card of the bank in the place of one, which is confirmed next. */
export const replaceCard = (
  service: RunningBinding,
  holder: Holder,
  bindingId: Id<'binding'>,
  reason?: string,
): Promise<Answer> => mutate(service, holder, 'replaceCard', replaceInput(bindingId, reason));

export async function confirm(service: RunningBinding, holder: Holder, bindingId: Id<'binding'>): Promise<Answer> {
  return mutate(service, holder, 'confirmBinding', {
    bindingId,
    proof: await proofOf(service, holder, 'BIND', bindingId),
  });
}

/** Runs jobs and lets every provider settle, until nothing moves any more. */
export async function settle(service: RunningBinding): Promise<void> {
  for (let round = 0; round < 5; round++) {
    await service.jobs.run();
    for (const fake of Object.values(service.providers))
      for (const message of fake.settle()) await service.composed.applyProviderMessage(message);
  }
  await service.jobs.run();
}

/** Begins, confirms and has the provider confirm; answers the binding and its card. */
export async function bind(
  service: RunningBinding,
  holder: Holder,
  provider: ProviderCode = 'seaside-bank',
  card?: object,
): Promise<{ bindingId: Id<'binding'>; cardId: Id<'card'> }> {
  const started = await mutate(service, holder, 'startBinding', startInput(holder, provider, card));
  if (!started.binding) throw new Error(`a card cannot be begun: ${JSON.stringify(started)}`);
  const bindingId = started.binding.id as Id<'binding'>;
  await confirm(service, holder, bindingId);
  await settle(service);
  return { bindingId, cardId: started.binding.card.id };
}

const planFields = `digest quotedUntil fee { value currency } proof { action factors } blockers { code text remedies { code } }
  effects { __typename severity text ... on DefaultMovesEffect { to { id displayName } } ... on DoorsLostEffect { site doors offlineUntil } ... on FeeEffect { amount { value currency } source } ... on RestorableEffect { until strategy } }`;

export async function preflight(
  service: RunningBinding,
  { claims }: Holder,
  bindingId: Id<'binding'>,
): Promise<Answer> {
  const answer = await service.ask(
    `query ($id: ID!) { unbindPreflight(bindingId: $id) { ${planFields} } }`,
    { id: bindingId },
    claims,
  );
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data.unbindPreflight;
}

export async function unbindInput(
  service: RunningBinding,
  holder: Holder,
  bindingId: Id<'binding'>,
): Promise<{
  bindingId: Id<'binding'>;
  planDigest: string;
  reason: string;
  acceptedFee: object | null;
  proof: string;
}> {
  const { digest, fee } = await preflight(service, holder, bindingId);
  return {
    bindingId,
    planDigest: digest,
    reason: 'PRIVACY',
    acceptedFee: fee,
    proof: await proofOf(service, holder, 'UNBIND', bindingId, digest),
  };
}

export async function unbind(service: RunningBinding, holder: Holder, bindingId: Id<'binding'>): Promise<Answer> {
  return mutate(service, holder, 'requestUnbind', await unbindInput(service, holder, bindingId));
}

export async function readBinding(
  service: RunningBinding,
  { claims }: Holder,
  bindingId: Id<'binding'>,
): Promise<Answer> {
  const answer = await service.ask(
    `query ($id: ID!) { binding(id: $id) { ${bindingFields} } }`,
    { id: bindingId },
    claims,
  );
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data.binding;
}
