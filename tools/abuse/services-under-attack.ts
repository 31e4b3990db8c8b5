import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Id, TestClock } from '@bindery/kernel';
import { generateSigningKey, toPublicKeySet } from '@bindery/trust';
import { root } from '../start/start-options';

/** What this test needs of a service that runs in its process; which is more. */
interface Service {
  readonly clock: TestClock;
  readonly counts: { readonly verifications: number };
  readonly eventLog: { publish(service: string, event: object): Promise<void> };
  ask(query: string, variables: object, claims: object): Promise<{ data?: Record<string, Answer>; errors?: unknown }>;
  sql<Row>(text: string, parameters?: unknown[]): Promise<Row[]>;
  stop(): Promise<void>;
}

export interface Answer {
  readonly __typename: string;
  readonly retryAt?: string;
  readonly challenge?: { readonly id: string };
  readonly proof?: { readonly token: string };
  readonly deviceToken?: string;
  readonly account?: { readonly id: Id<'account'> };
  readonly session?: { readonly id: Id<'session'>; readonly device: { readonly id: Id<'device'> } };
}

interface Modules {
  readonly identity: { startTestIdentity(env: Record<string, string>): Promise<Service> };
  readonly verification: {
    startVerification(options: { env: Record<string, string>; withJobs: boolean }): Promise<Service>;
  };
  readonly code: {
    createSixDigitCode(key: Buffer): { codeOf(challenge: { id: string; factorState: string }): string };
  };
  readonly keys: { deriveKey(key: Uint8Array, use: 'code'): Buffer };
}

/** A tool knows all apps and imports none: their sources are loaded by path. */
const load = <Module>(path: string): Promise<Module> => import(join(root, 'apps', path)) as Promise<Module>;

const selections = {
  register: '... on RegisterSuccess { account { id } deviceToken }',
  logIn:
    '... on LogInSuccess { account { id } deviceToken session { id device { id } } } ... on TooManyRequestsError { retryAt }',
  resetPassword: '... on ResetPasswordSuccess { deviceToken }',
  startChallenge: '... on StartChallengeSuccess { challenge { id } } ... on TooManyChallengesError { retryAt }',
  answerChallenge: '... on AnswerChallengeSuccess { proof { token } }',
  resendChallenge: '... on ResendChallengeSuccess { challenge { id } }',
} as const;
type MutationName = keyof typeof selections;

/** Identity and verification on real databases, with a clock that is moved, and identity’s events carried over. */
export async function startServicesUnderAttack() {
  const [proofKey, codeKey] = [await generateSigningKey(), randomBytes(32)];
  const CONTACT_KEYS = JSON.stringify({ c1: randomBytes(32).toString('base64') });
  const modules: Modules = {
    identity: await load('identity/src/testing/identity-service'),
    verification: await load('verification/src/testing/start-verification'),
    code: await load('verification/src/factors/sms-code/six-digit-code'),
    keys: await load('verification/src/keys'),
  };
  const identity = await modules.identity.startTestIdentity({
    CONTACT_KEYS,
    PROOF_PUBLIC_KEYS: toPublicKeySet(proofKey),
  });
  const verification = await modules.verification.startVerification({
    withJobs: false,
    env: { CONTACT_KEYS, PROOF_PRIVATE_KEY: proofKey, CODE_KEY: codeKey.toString('base64') },
  });
  const { codeOf } = modules.code.createSixDigitCode(modules.keys.deriveKey(codeKey, 'code'));
  const isVerifications = (name: MutationName) => name.endsWith('Challenge');
  let carried = 0;

  return {
    identity,
    verification,

    async mutate(name: MutationName, input: object, claims: object = {}): Promise<Answer> {
      const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
      const query = `mutation ($input: ${type}) { ${name}(input: $input) { __typename ${selections[name]} } }`;
      const hasKey = name !== 'answerChallenge' && name !== 'resendChallenge';
      const all = hasKey ? { idempotencyKey: randomUUID(), ...input } : input;
      const { data, errors } = await (isVerifications(name) ? verification : identity).ask(
        query,
        { input: all },
        claims,
      );
      if (!data?.[name]) throw new Error(JSON.stringify(errors));
      return data[name];
    },

    /** What the owner of the phone reads in the message that a challenge sent. */
    async codeOf(challengeId: string): Promise<string> {
      const [row] = await verification.sql<{ id: string; factorState: string }>(
        'SELECT id, code_salt AS "factorState" FROM challenge WHERE id = $1',
        [challengeId],
      );
      if (!row) throw new Error('there is no such challenge');
      return codeOf(row);
    },

    /** Hands over what identity has published since. */
    async carryEvents(): Promise<void> {
      const events = await identity.sql<{ position: string; key: string; headers: Headers; value: string }>(
        'SELECT position, key, headers, value FROM outbox_events WHERE position > $1 ORDER BY position',
        [carried],
      );
      for (const { position, key, headers, value } of events) {
        const event = { type: headers.ce_type, key, sequence: Number(headers.ce_sequence), data: JSON.parse(value) };
        await verification.eventLog.publish('identity', event);
        carried = Number(position);
      }
    },

    advance(ms: number): void {
      identity.clock.advance(ms);
      verification.clock.advance(ms);
    },

    async stop(): Promise<void> {
      await identity.stop();
      await verification.stop();
    },
  };
}

interface Headers {
  readonly ce_type: string;
  readonly ce_sequence: string;
}

export type ServicesUnderAttack = Awaited<ReturnType<typeof startServicesUnderAttack>>;
