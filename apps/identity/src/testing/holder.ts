import { randomInt, randomUUID } from 'node:crypto';
import type { Answer } from '@bindery/subgraph/testing';
import type { Id } from '@bindery/kernel';
import type { Viewer } from '@bindery/trust';
import type { TestIdentity } from './identity-service';

export const password = 'seven blue kettles hum';

/** A Chinese mobile number that no other test uses. */
export const newPhone = () => `+86138${String(randomInt(10 ** 8)).padStart(8, '0')}`;

/** A member of a result union, with all that a success may have. */
export interface Outcome {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly reason?: string;
  readonly field?: string;
  readonly weakness?: string;
  readonly retryAt?: string;
  readonly minimumLength?: number;
  readonly remedies?: { code: string }[];
  readonly endedSessionCount?: number;
  readonly sessionId?: Id<'session'>;
  readonly account?: {
    id: Id<'account'>;
    displayName: string;
    locale?: string;
    timeZone?: string;
    standing: string;
    sessions: { edges: { node: { id: string } }[] };
  };
  readonly device?: { id: Id<'device'>; name: string; isCurrent: boolean };
  readonly accessToken?: string;
  readonly accessTokenExpiresAt?: string;
  readonly refreshToken?: string;
  readonly deviceToken?: string | null;
  readonly session?: { id: Id<'session'>; endsAt: string; device: { id: Id<'device'>; name: string } };
}

const problem = '__typename ... on Problem { code message remedies { code title at until } }';
const account = 'account { id displayName timeZone standing sessions { edges { node { id } } } }';
const tokens = `${account} accessToken accessTokenExpiresAt refreshToken deviceToken session { id endsAt device { id name } }`;

const selections = {
  register: `... on RegisterSuccess { ${account} deviceToken } ... on PasswordTooWeakError { minimumLength weakness } ... on IdentityProofRejectedError { reason } ... on InvalidInputError { field } ... on ServiceUnavailableError { retryAt }`,
  logIn: `... on LogInSuccess { ${tokens} } ... on TooManyRequestsError { retryAt } ... on ServiceUnavailableError { retryAt } ... on InvalidInputError { field }`,
  refreshSession: `... on RefreshSessionSuccess { ${tokens} } ... on InvalidInputError { field }`,
  endSession: `... on EndSessionSuccess { sessionId ${account} } ... on InvalidInputError { field }`,
  endOtherSessions: `... on EndOtherSessionsSuccess { endedSessionCount ${account} }`,
  reportEmergency: `... on ReportEmergencySuccess { endedSessionCount lostDevice { id name } checks { code title text count url } ${account} } ... on InvalidInputError { field } ... on NotFoundError { argument }`,
  changePassword: `... on ChangePasswordSuccess { changedAt endedSessionCount deviceToken ${account} } ... on PasswordTooWeakError { weakness } ... on TooManyRequestsError { retryAt } ... on InvalidInputError { field }`,
  changeProfile: `... on ChangeProfileSuccess { account { id displayName locale timeZone } } ... on InvalidInputError { field rule }`,
  renameDevice: `... on RenameDeviceSuccess { device { id name isCurrent } } ... on InvalidInputError { field }`,
  resetPassword:
    '... on ResetPasswordSuccess { endedSessionCount changedAt deviceToken } ... on IdentityProofRejectedError { reason } ... on InvalidInputError { field }',
};

type MutationName = keyof typeof selections;

/** Calls a mutation with a key of its own, unless the input brings one; fails on an error that is no member of the union. */
export async function mutate(
  service: TestIdentity,
  name: MutationName,
  input: object,
  viewer?: Viewer,
  clientAddress?: string,
): Promise<Outcome> {
  const { data, errors } = await tryMutate(service, name, input, viewer, clientAddress);
  if (!data) throw new Error(JSON.stringify(errors));
  return data[name] as Outcome;
}

/** As mutate, with the errors. */
export function tryMutate(
  service: TestIdentity,
  name: MutationName,
  input: object,
  viewer?: Viewer,
  clientAddress?: string,
): Promise<Answer> {
  const inputType = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const query = `mutation ($input: ${inputType}) { ${name}(input: $input) { ${problem} ${selections[name]} } }`;
  return service.ask(
    query,
    { input: { idempotencyKey: randomUUID(), ...input } },
    { viewer, ...(clientAddress && { clientAddress }) },
  );
}

export const registration = async (service: TestIdentity, phone: string) => ({
  phone,
  password,
  displayName: '小梅',
  locale: 'zh-CN',
  proof: await service.proofOf('REGISTER', phone),
});

export const logInInput = (phone: string, overrides: object = {}) => ({
  phone,
  password,
  device: { name: 'Mei’s phone', platform: 'IOS', installationId: 'installation-1' },
  clientApp: 'wallet-ios',
  ...overrides,
});

export interface Holder {
  readonly phone: string;
  readonly viewer: Viewer;
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly deviceToken: string;
}

/** Registers somebody and logs them in. */
export async function newHolder(service: TestIdentity): Promise<Holder> {
  const phone = newPhone();
  await mutate(service, 'register', await registration(service, phone));
  return signIn(service, phone);
}

/** Logs in and answers who the gateway would say this is. */
export async function signIn(service: TestIdentity, phone: string, overrides: object = {}): Promise<Holder> {
  const answer = await mutate(service, 'logIn', logInInput(phone, overrides));
  const { account, session, accessToken, refreshToken, deviceToken } = answer;
  if (!account || !session || !accessToken || !refreshToken || !deviceToken)
    throw new Error(`${phone} could not log in: ${JSON.stringify(answer)}`);
  return {
    phone,
    accessToken,
    refreshToken,
    deviceToken,
    viewer: { accountId: account.id, sessionId: session.id, deviceId: session.device.id, assuranceLevel: 'AAL1' },
  };
}

export interface StoredEvent {
  readonly type: string;
  readonly sequence: number;
  readonly data: Record<string, unknown>;
}

/** The account's events in the outbox, in order. */
export async function eventsOf(service: TestIdentity, accountId: Id<'account'>): Promise<StoredEvent[]> {
  const rows = await service.sql<{ headers: Record<string, string>; value: string }>(
    'SELECT headers, value FROM outbox_events WHERE key = $1 ORDER BY position',
    [accountId],
  );
  return rows.map(({ headers, value }) => ({
    type: headers.ce_type ?? '',
    sequence: Number(headers.ce_sequence),
    data: JSON.parse(value) as Record<string, unknown>,
  }));
}
