import type { EntityManager } from 'typeorm';
import { err, ok, type Id, type Result } from '@bindery/kernel';
import type { Locale } from '@bindery/localisation';
import type { Foundation } from '@bindery/subgraph';
import type { Viewer } from '@bindery/trust';
import type { Countries } from '@bindery/values';
import type { Asking, DrawCode } from '../../budgets';
import { findAccountLocale, hasAnyContactPoint, type ContactSeal, type FindAcquaintance } from '../../contacts';
import type { Factor, ReadyFactors, Recipient } from '../../factors';
import { announceStarted } from '../challenge-events';
import { listChallengesById, insertChallenge, lockOpenChallenge } from '../challenge.repository';
import type { Challenge } from '../challenge.rules';
import type { IsProofOver } from '../../proofs';
import type { EnqueueSend } from '../enqueue-send';
import { expireChallenge } from '../expire-challenges';
import { purposeKeyOf, readPurpose, type Purpose, type PurposeInput } from '../purpose.rules';
import { newChallenge } from './new-challenge';
import type { StartChallengeError } from './start-challenge.errors';

export interface StartChallengeDeps extends Pick<Foundation, 'once' | 'clock' | 'outbox'> {
  readonly contactSeal: ContactSeal;
  readonly factors: ReadyFactors;
  readonly drawCode: DrawCode;
  readonly digestClient: (networkAddress: string) => string;
  readonly findAcquaintance: FindAcquaintance;
  readonly enqueueSend: EnqueueSend;
  readonly isProofOver: IsProofOver;
  /** Whose mobile numbers are sent codes. */
  readonly countries: Countries;
}

export interface StartChallengeCommand {
  readonly idempotencyKey: string;
  readonly purpose: PurposeInput;
  readonly factor: Factor;
  /** What the device was given at an earlier login, if anything. */
  readonly deviceToken?: string | null;
  /** Who is signed in, if anybody. */
  readonly viewer: Viewer | null;
  readonly locale: Locale;
  readonly clientAddress: string;
}

export interface StartedChallenge {
  readonly challenge: Challenge;
  readonly now: Date;
}

export type StartChallenge = (command: StartChallengeCommand) => Promise<Result<StartedChallenge, StartChallengeError>>;

/** An event from another service is here within seconds. */
const contactKnownAfterMs = 5_000;

/** Opens a challenge; what its factor sends goes out once this is committed. An earlier open one for the same purpose is over; what it used up stays used. */
export function createStartChallenge(deps: StartChallengeDeps): StartChallenge {
  const { once, clock, contactSeal, countries } = deps;
  return async (command) => {
    const purpose = readPurpose(command.purpose, command.viewer?.accountId, countries);
    if (!purpose.ok) return purpose;
    const request = {
      owner: viewerKeyOf(purpose.value, contactSeal),
      operation: 'startChallenge',
      idempotencyKey: command.idempotencyKey,
      request: requestOf(purpose.value, command.factor),
    };
    const start = (tx: EntityManager) => open(deps, tx, { ...command, purpose: purpose.value });
    return once(request, start, async (tx, { challengeId }) => {
      const [challenge] = await listChallengesById(tx, [challengeId]);
      if (!challenge) throw new Error('a started challenge is gone');
      return { challenge, now: clock.now() };
    });
  };
}

interface Opening extends Omit<StartChallengeCommand, 'purpose'> {
  readonly purpose: Purpose;
}

async function open(
  deps: StartChallengeDeps,
  tx: EntityManager,
  opening: Opening,
): Promise<Result<{ readonly challengeId: Id<'challenge'> }, StartChallengeError>> {
  const { clock, outbox, contactSeal, factors, drawCode, enqueueSend, isProofOver } = deps;
  const { purpose, factor, locale: viewerLocale } = opening;
  const now = clock.now();
  if (purpose.kind === 'ACCOUNT' && (await isProofOver(tx, purpose)))
    return err({ kind: 'NOTHING_TO_PROVE', action: purpose.action });
  const beginning = await factors.begin(tx, factor, purpose);
  if (!beginning) return err(await noContactPoint(deps, tx, purpose, now));
  const clientDigest = deps.digestClient(opening.clientAddress);
  const asking = await askingOf(deps, tx, opening, { contact: beginning.contact, clientDigest });
  const country = beginning.contact ? await factors.sendingOf(factor).countryOf(beginning.contact) : undefined;
  const budgets = await drawCode.findBudgets(tx, asking, country);
  if (!budgets.ok) return err({ kind: 'TOO_MANY_CHALLENGES', retryAt: budgets.error.retryAt });
  const place = asking.kind === 'RESET_PASSWORD' ? (asking.acquaintance.device ?? clientDigest) : clientDigest;
  const purposeKey = purposeKeyOf(purpose, viewerKeyOf(purpose, contactSeal), place);
  const earlier = await lockOpenChallenge(tx, purposeKey);
  if (earlier) await expireChallenge(tx, outbox, earlier, now);
  const locale = await messageLocale(tx, purpose, viewerLocale);
  const challenge = newChallenge({ purpose, purposeKey, factor, beginning, clientDigest, locale, now });
  await insertChallenge(tx, challenge);
  await announceStarted(tx, outbox, challenge);
  if (challenge.sending) await enqueueSend(tx, { id: challenge.id, send: challenge.sending.sends });
  const taken = await drawCode.take(tx, budgets.value, challenge.id);
  return taken.ok
    ? ok({ challengeId: challenge.id })
    : err({ kind: 'TOO_MANY_CHALLENGES', retryAt: taken.error.retryAt });
}

/** By what the code is counted. */
async function askingOf(
  { findAcquaintance }: StartChallengeDeps,
  tx: EntityManager,
  { purpose, deviceToken, viewer }: Opening,
  { contact, clientDigest }: { readonly contact: Recipient | null; readonly clientDigest: string },
): Promise<Asking> {
  if (purpose.kind === 'ACCOUNT')
    return { kind: 'ACCOUNT', accountId: purpose.accountId, contactDigest: contact?.contactDigest ?? null };
  if (!contact) throw new Error('a stranger proves a phone, and nothing would be sent to it');
  const { contactDigest } = contact;
  if (purpose.action === 'REGISTER') return { kind: 'REGISTER', contactDigest, clientDigest };
  const acquaintance = await findAcquaintance(tx, { contactDigest, clientDigest, deviceToken, viewer });
  return { kind: 'RESET_PASSWORD', contactDigest, clientDigest, acquaintance };
}

/** Whose idempotency key it is: a stranger is known by the number, as keyed digest. */
const viewerKeyOf = (purpose: Purpose, { digestOf }: ContactSeal): string =>
  purpose.kind === 'ACCOUNT' ? purpose.accountId : digestOf(purpose.phone);

/** What makes it the same request; without the phone, which would be found out from its hash. */
const requestOf = (purpose: Purpose, factor: Factor) =>
  purpose.kind === 'ACCOUNT'
    ? [purpose.action, purpose.subjectId, purpose.planDigest ?? null, factor]
    : [purpose.action, factor];

/** The account's own language before the viewer's: the warning in the message is for its owner, whoever is there. */
const messageLocale = async (tx: EntityManager, purpose: Purpose, viewerLocale: Locale): Promise<Locale> =>
  (purpose.kind === 'ACCOUNT' ? await findAccountLocale(tx, purpose.accountId) : null) ?? viewerLocale;

/** Again in a moment only helps who has just registered, and another factor only while a code by it is left. */
async function noContactPoint(
  { factors, drawCode }: StartChallengeDeps,
  tx: EntityManager,
  purpose: Purpose,
  now: Date,
): Promise<StartChallengeError> {
  const usable = await factors.listUsable(tx, purpose);
  if (purpose.kind !== 'ACCOUNT') return { kind: 'NO_CONTACT_POINT', alternatives: usable, at: null };
  const { accountId } = purpose;
  const alternatives: Factor[] = [];
  for (const factor of usable) {
    const contactDigest = (await factors.begin(tx, factor, purpose))?.contact?.contactDigest ?? null;
    if ((await drawCode.countLeft(tx, { accountId, contactDigest })) > 0) alternatives.push(factor);
  }
  const awaited = !(await hasAnyContactPoint(tx, accountId));
  return { kind: 'NO_CONTACT_POINT', alternatives, at: awaited ? new Date(now.getTime() + contactKnownAfterMs) : null };
}
