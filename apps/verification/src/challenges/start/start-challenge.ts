import type { EntityManager } from 'typeorm';
import { err, ok, type Clock, type Result } from '@bindery/kernel';
import type { Locale } from '@bindery/localisation';
import type { Outbox } from '@bindery/messaging';
import { onceOnly, type IdempotencyKeyReused, type UnitOfWork } from '@bindery/persistence';
import type { Challenge } from '../challenge.rules';
import { sendableFactors, type Factor } from '../../factors/registry';
import type { SecretDigests } from '../../factors/factor-module';
import { readPurpose, type Purpose, type PurposeInput, type PurposeRefused } from './purpose.rules';
import { sendTriesMax, verificationJobs } from '../delivery/delivery.jobs';
import { accountLocaleRepository } from '../../contacts/account-locale.repository';
import { challengeRepository } from '../challenge.repository';
import { toEventSubject } from '../challenge-events';
import type { FindRecipient } from '../../factors/sms-code/find-recipient';
import { newChallenge, purposeKeyOf } from './new-challenge';
import { refusedUntil } from '../budgets/draw-on-budgets';

export interface StartChallengeDeps {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly digests: SecretDigests;
  readonly findRecipient: FindRecipient;
  readonly codesPerAddress: number;
}

export interface StartChallengeCommand {
  readonly idempotencyKey: string;
  readonly purpose: PurposeInput;
  readonly factor: Factor;
  /** Who is signed in, if anybody. */
  readonly accountId: string | undefined;
  readonly locale: Locale;
  readonly clientAddress: string;
}

export type StartChallengeError =
  | PurposeRefused
  | IdempotencyKeyReused
  | { readonly kind: 'TOO_MANY_CHALLENGES'; readonly retryAt: Date }
  /** `at`: when an address that was just confirmed is known here. */
  | { readonly kind: 'NO_CONTACT_POINT'; readonly alternatives: readonly Factor[]; readonly at: Date };

export type StartChallenge = (
  command: StartChallengeCommand,
) => Promise<Result<{ readonly challenge: Challenge; readonly now: Date }, StartChallengeError>>;

const idempotencyKeyPattern = /^[\w-]{16,64}$/;

/** An event from another service is here within seconds. */
const contactKnownAfterMs = 5_000;

interface Opening {
  readonly purpose: Purpose;
  readonly factor: Factor;
  readonly clientDigest: string;
  readonly locale: Locale;
  readonly now: Date;
}

/** Opens a challenge and has its code sent once this is committed. An earlier open one for the same purpose is over; what it used up stays used. */
export function createStartChallenge({
  unitOfWork,
  clock,
  outbox,
  digests,
  findRecipient,
  codesPerAddress,
}: StartChallengeDeps): StartChallenge {
  return async ({ idempotencyKey, purpose: input, factor, accountId, locale, clientAddress }) => {
    if (!idempotencyKeyPattern.test(idempotencyKey)) return err({ kind: 'INPUT_INVALID', field: 'idempotencyKey' });
    const read = readPurpose(input, accountId);
    if (!read.ok) return read;
    const purpose = read.value;
    const request = {
      owner: callerOf(purpose, digests),
      operation: 'startChallenge',
      key: idempotencyKey,
      request: requestOf(purpose, factor),
    };
    return unitOfWork.run(async (tx) => {
      const now = clock.now();
      const opening = { purpose, factor, clientDigest: digests.clientDigest(clientAddress), locale, now };
      const started = await onceOnly(tx, request, () => start(tx, opening));
      if (!started.ok) return started;
      const [challenge] = await challengeRepository.find(tx, [started.value.challengeId]);
      if (!challenge) throw new Error('a started challenge is gone');
      return ok({ challenge, now });
    });
  };

  async function start(
    tx: EntityManager,
    { purpose, factor, clientDigest, locale, now }: Opening,
  ): Promise<Result<{ challengeId: string }, StartChallengeError>> {
    const recipient = await findRecipient(tx, purpose, factor);
    if (!recipient) return err(noContactPoint(factor, now));
    const retryAt = await refusedUntil(
      tx,
      purpose,
      { contactDigest: recipient.contactDigest, clientDigest, codesPerAddress },
      now,
    );
    if (retryAt) return err({ kind: 'TOO_MANY_CHALLENGES', retryAt });
    const purposeKey = purposeKeyOf(purpose, recipient.contactDigest, clientDigest);
    await endOpen(tx, purposeKey, now);
    const challenge = newChallenge({
      ...recipient,
      purpose,
      purposeKey,
      factor,
      clientDigest,
      locale: await messageLocale(tx, purpose, locale),
      now,
    });
    await open(tx, challenge);
    return ok({ challengeId: challenge.id });
  }

  async function endOpen(tx: EntityManager, purposeKey: string, now: Date): Promise<void> {
    const earlier = await challengeRepository.lockOpen(tx, purposeKey);
    if (!earlier) return;
    const ended: Challenge = { ...earlier, state: 'EXPIRED', version: earlier.version + 1 };
    await challengeRepository.save(tx, ended);
    await outbox.append(tx, {
      type: 'bindery.challenge.expired.v1',
      key: ended.id,
      sequence: ended.version,
      data: { ...toEventSubject(ended), at: now.toISOString() },
    });
  }

  async function open(tx: EntityManager, challenge: Challenge): Promise<void> {
    const { id, version, factor, expiresAt, startedAt, sends } = challenge;
    await challengeRepository.insert(tx, challenge);
    await outbox.append(tx, {
      type: 'bindery.challenge.started.v1',
      key: id,
      sequence: version,
      data: { ...toEventSubject(challenge), factor, expiresAt: expiresAt.toISOString(), at: startedAt.toISOString() },
    });
    await verificationJobs.enqueue(tx, 'send-code', { challengeId: id, send: sends }, { maxAttempts: sendTriesMax });
  }
}

/** Whose idempotency key it is: a stranger is known by the number, as keyed digest. */
const callerOf = (purpose: Purpose, digests: SecretDigests): string =>
  purpose.kind === 'ACCOUNT' ? purpose.accountId : digests.contactDigest(purpose.phone);

/** What makes it the same request; without the phone, which would be found out from its hash. */
const requestOf = (purpose: Purpose, factor: Factor) =>
  purpose.kind === 'ACCOUNT'
    ? [purpose.action, purpose.bindingId, purpose.planDigest ?? null, factor]
    : [purpose.action, factor];

/** The account's own language before the caller's: the warning in the message is for its owner, whoever is asking. */
const messageLocale = async (tx: EntityManager, purpose: Purpose, callers: Locale): Promise<Locale> =>
  (purpose.kind === 'ACCOUNT' ? await accountLocaleRepository.of(tx, purpose.accountId) : undefined) ?? callers;

const noContactPoint = (factor: Factor, now: Date): StartChallengeError => ({
  kind: 'NO_CONTACT_POINT',
  alternatives: sendableFactors.filter((one) => one !== factor),
  at: new Date(now.getTime() + contactKnownAfterMs),
});
