import type { CarriedSms } from '@bindery/delivery-channels/testing';
import { newId, type Id } from '@bindery/kernel';
import type { Answer } from '@bindery/subgraph/testing';
import { eventually } from '@bindery/testing';
import { testViewer } from '@bindery/trust/testing';
import type { GatewayClaims } from '@bindery/trust';
import type { RunningVerification } from './start-verification';

const challengeFields = `id action subjectId factor sentTo expiresAt attemptsLeft state resend { left at } delivery { state at } alternatives { factor } shownWords`;
const problem = '... on Problem { code message remedies { code title at until left factor } }';

export type { Answer } from '@bindery/subgraph/testing';

export interface Holder {
  readonly accountId: Id<'account'>;
  readonly phone: string;
  readonly claims: Partial<GatewayClaims>;
}

let numbers = 0;
/** A phone that no other test of this file uses. */
export const newPhone = (): string => `+86138${String(10_000_000 + ++numbers)}`;
export const newKey = (): string => newId('event').replace('event_', 'key-');
export const newBindingId = (): Id<'binding'> => newId('binding');
export const planDigest = '4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b9c';

/** Somebody signed in whose phone is confirmed. */
export async function aHolder(
  service: RunningVerification,
  locale: 'zh-CN' | 'en' = 'en',
  phone = newPhone(),
): Promise<Holder> {
  const accountId = newId('account');
  const at = service.clock.now().toISOString();
  await service.eventLog.publish('identity', {
    type: 'bindery.account.registered.v1',
    key: accountId,
    sequence: 1,
    data: { accountId, locale, at },
  });
  const sealedAddress = await service.seal(phone);
  await service.eventLog.publish('identity', {
    type: 'bindery.account.contact-point-confirmed.v1',
    key: accountId,
    sequence: 2,
    data: { accountId, contactPointId: newId('contact_point'), channel: 'SMS', sealedAddress, at },
  });
  return { accountId, phone, claims: { viewer: testViewer({ accountId }) } };
}

/** Identity tells that the holder logged in from an address. */
export async function loggedIn(service: RunningVerification, { accountId }: Holder, address: string): Promise<void> {
  const data = {
    accountId,
    sessionId: newId('session'),
    deviceId: newId('device'),
    newDevice: false,
    sealedNetworkAddress: await service.seal(address),
    at: service.clock.now().toISOString(),
  };
  const type = 'bindery.account.session-started.v1';
  await service.eventLog.publish('identity', { type, key: accountId, sequence: 9, data });
}

/** Identity tells that the holder has a new password. */
export async function setPassword(service: RunningVerification, { accountId }: Holder): Promise<void> {
  const data = { accountId, at: service.clock.now().toISOString() };
  const type = 'bindery.account.password-changed.v1';
  await service.eventLog.publish('identity', { type, key: accountId, sequence: 10, data });
}

export async function start(
  service: RunningVerification,
  input: object,
  claims: Partial<GatewayClaims> = {},
): Promise<Answer> {
  const document = `mutation ($input: StartChallengeInput!) { startChallenge(input: $input) { __typename ... on StartChallengeSuccess { challenge { ${challengeFields} } }
    ... on TooManyChallengesError { retryAt } ... on InvalidInputError { field } ${problem} } }`;
  const answer: Answer = await service.ask(document, { input: { idempotencyKey: newKey(), ...input } }, claims);
  return answer.data?.startChallenge ?? answer;
}

/** A started BIND challenge of a holder. */
export async function startBind(
  service: RunningVerification,
  { claims }: Holder,
  subjectId = newBindingId(),
): Promise<Answer> {
  return (await start(service, { purpose: { action: 'BIND', subjectId } }, claims)).challenge;
}

export async function answer(
  service: RunningVerification,
  challengeId: string,
  code: string,
  claims: Partial<GatewayClaims> = {},
): Promise<Answer> {
  const document = `mutation ($input: AnswerChallengeInput!) { answerChallenge(input: $input) { __typename ... on AnswerChallengeSuccess { proof { token action subjectId planDigest expiresAt } }
    ... on WrongCodeError { attemptsLeft } ... on ChallengeEndedError { state } ... on InvalidInputError { field } ${problem} } }`;
  const answered: Answer = await service.ask(document, { input: { challengeId, code } }, claims);
  return answered.data?.answerChallenge ?? answered;
}

export async function resend(
  service: RunningVerification,
  challengeId: string,
  claims: Partial<GatewayClaims> = {},
): Promise<Answer> {
  const document = `mutation ($input: ResendChallengeInput!) { resendChallenge(input: $input) { __typename ... on ResendChallengeSuccess { challenge { ${challengeFields} } }
    ... on ResendTooSoonError { at } ... on ChallengeEndedError { state } ... on InvalidInputError { field } ${problem} } }`;
  const resent: Answer = await service.ask(document, { input: { challengeId } }, claims);
  return resent.data?.resendChallenge ?? resent;
}

export async function readChallenge(
  service: RunningVerification,
  id: string,
  claims: Partial<GatewayClaims> = {},
): Promise<Answer> {
  const read: Answer = await service.ask(
    `query ($id: ID!) { challenge(id: $id) { ${challengeFields} } }`,
    { id },
    claims,
  );
  return read.data.challenge;
}

/** The nth message to a number, once the carrier has it. */
export function smsTo({ carrier }: RunningVerification, phone: string, nth = 1): Promise<CarriedSms> {
  return eventually(() => {
    const message = carrier.messages.filter(({ to }) => to === phone)[nth - 1];
    if (!message) throw new Error(`no message ${nth} came to this number`);
    return message;
  });
}

export const codeIn = ({ text }: CarriedSms): string => /\d{6}/.exec(text)?.[0] ?? '';

/** Six digits that are not the code; another one for each n. */
export const wrongCode = (code: string, n = 1): string => String((Number(code) + n) % 1_000_000).padStart(6, '0');

export interface StoredEvent {
  readonly type: string;
  readonly sequence: number;
  readonly data: Record<string, unknown>;
}

/** The events that were written about a challenge, in order. */
export async function eventsOf({ sql }: RunningVerification, challengeId: Id<'challenge'>): Promise<StoredEvent[]> {
  const rows = await sql<{ headers: Record<string, string>; value: string }>(
    'SELECT headers, value FROM outbox_events WHERE key = $1 ORDER BY position',
    [challengeId],
  );
  return rows.map(({ headers, value }) => ({
    type: headers.ce_type ?? '',
    sequence: Number(headers.ce_sequence),
    data: JSON.parse(value) as Record<string, unknown>,
  }));
}
