import { randomUUID } from 'node:crypto';
import type { Clock, Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { EntityManager } from 'typeorm';
import type { ActivationOutcome } from '../../connector';
import type { AddressChallengeRow } from './address-challenge.entity';
import { findLastChallenge, hasUsedNonce, saveTry, saveUsed } from './address-challenge.repository';
import { findCredentialOf, insertCredential } from './address-credential.repository';
import { readAnswer, type SignedAnswer } from './read-answer';
import { hashNonce, readAccount, toActivation, type AskForSignature } from './ask-for-signature';
import { loadSchemes } from './load-schemes';
import { compareSigned, unwrapMessage, type SignedMessageFault } from './message.rules';
import type { SignatureVerdict } from './verdict.rules';

/** Answers to one text that are looked at: a wallet signs once, and somebody may copy it wrong. Each look costs some milliseconds of a core. */
const triesMax = 10;

export type TakeSignature = (operationId: Id<'operation'>, answer: string) => Promise<ActivationOutcome>;

interface TakeSignatureDeps {
  readonly provider: string;
  readonly db: EntityManager;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly askForSignature: AskForSignature;
}

/** Takes what a wallet signed for the proof of an address, once and in time. */
export function createTakeSignature({
  provider,
  db,
  unitOfWork,
  clock,
  askForSignature,
}: TakeSignatureDeps): TakeSignature {
  async function findProved(operationId: Id<'operation'>): Promise<ActivationOutcome | undefined> {
    const proved = await findCredentialOf(db, provider, operationId);
    return proved ? { status: 'CONFIRMED', credentialReference: proved.reference } : undefined;
  }

  async function judge(
    { account, message, nonce }: AddressChallengeRow,
    { signedMessage, ...answer }: SignedAnswer,
  ): Promise<SignatureVerdict | SignedMessageFault | 'MESSAGE_USED'> {
    const differs = signedMessage && compareSigned(unwrapMessage(signedMessage, nonce), message);
    if (differs) {
      const used = differs.nonce !== undefined && (await hasUsedNonce(db, hashNonce(differs.nonce)));
      return used ? 'MESSAGE_USED' : differs.fault;
    }
    const { chain, address } = readAccount(account);
    return loadSchemes().verifySignedMessage(chain, { address, message, nonce, ...answer });
  }

  /** Used and proved in one transaction, so that a text is worth one proof. */
  const prove = ({ operationId, nonceHash }: AddressChallengeRow): Promise<string | undefined> =>
    unitOfWork.run(async (tx) => {
      const now = clock.now();
      if (!(await saveUsed(tx, nonceHash, now))) return undefined;
      const reference = `addr_${randomUUID()}`;
      await insertCredential(tx, { reference, provider, operationId, provedAt: now, removedAt: null });
      return reference;
    });

  const expired = async (challenge: AddressChallengeRow): Promise<ActivationOutcome> => {
    // Of a restore the time is over with it; who binds is shown the next text.
    const next = challenge.kind === 'BIND' ? { activation: toActivation(await askForSignature(challenge)) } : {};
    return { status: 'REJECTED', reason: 'MESSAGE_EXPIRED', ...next };
  };

  return async (operationId, text) => {
    const proved = await findProved(operationId);
    if (proved) return proved;
    const challenge = await findLastChallenge(db, provider, operationId);
    if (!challenge) return { status: 'UNAVAILABLE', detail: 'nothing was asked to be signed' };
    if (clock.now() >= challenge.expiresAt) return expired(challenge);
    if (!(await saveTry(db, challenge.nonceHash, triesMax)))
      return { status: 'REJECTED', reason: 'TOO_MANY_TRIES', attemptsLeft: 0 };
    const answer = readAnswer(text);
    const verdict = answer ? await judge(challenge, answer) : 'SIGNATURE_FORMAT';
    if (verdict !== 'GOOD')
      return { status: 'REJECTED', reason: verdict, attemptsLeft: Math.max(0, triesMax - challenge.tries - 1) };
    const credentialReference = await prove(challenge);
    if (credentialReference !== undefined) return { status: 'CONFIRMED', credentialReference };
    // Another answer was first, or the time was over meanwhile.
    return (await findProved(operationId)) ?? expired(challenge);
  };
}
