import type { EntityManager } from 'typeorm';
import { isSameHold } from '@bindery/card-lifecycle';
import { err, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import type { Outbox } from '@bindery/messaging';
import type { Once } from '@bindery/persistence';
import type { Viewer } from '@bindery/trust';
import { lockBindingsOfAccount } from '../lifecycle';
import type { UseProof } from '../proofs';
import type { LiftLostHold } from './lift-lost-hold';
import type { ReportFoundError } from './lost.errors';
import { lostJobs } from './lost.jobs';
import { saveFound } from './lost.repository';
import { holdOf, isOf, readSubject, type FoundOutcome, type LostSubject, type SubjectInput } from './lost.rules';
import { isOwn } from './report-lost';

interface ReportFoundCommand extends SubjectInput {
  readonly viewer: Viewer;
  readonly idempotencyKey: string;
  /** Token of a proof for FOUND on the card or device. */
  readonly proof: string;
}

export interface FoundResult {
  readonly bindingId: Id<'binding'>;
  readonly outcome: FoundOutcome;
}

export interface ReportedFound {
  readonly subject: LostSubject;
  readonly results: readonly FoundResult[];
}

type Outcome = Result<ReportedFound, ReportFoundError>;
export type ReportFound = (command: ReportFoundCommand) => Promise<Outcome>;

interface ReportFoundDeps {
  readonly once: Once;
  readonly useProof: UseProof;
  readonly liftLostHold: LiftLostHold;
  readonly outbox: Outbox;
  readonly clock: Clock;
}

/** What was reported lost is found: its holds are lifted, by a fresh proof, as that loosens. */
export function createReportFound({ once, ...deps }: ReportFoundDeps): ReportFound {
  return async ({ viewer, idempotencyKey, cardId, deviceId, proof }) => {
    const read = readSubject({ cardId, deviceId });
    if (!read.ok) return read;
    const request = { subjectId: read.value.id, proof };
    const command = { owner: viewer.accountId, operation: 'reportFound', idempotencyKey, request };
    return once(command, (tx) => takeBack(tx, viewer, read.value, proof, deps));
  };
}

async function takeBack(
  tx: EntityManager,
  viewer: Viewer,
  subject: LostSubject,
  proof: string,
  { useProof, liftLostHold, outbox, clock }: Omit<ReportFoundDeps, 'once'>,
): Promise<Outcome> {
  const { accountId } = viewer;
  if (!(await isOwn(tx, viewer, subject))) return err({ kind: 'NOT_FOUND' });
  const hold = holdOf(subject);
  const at = clock.now();
  const of = (await lockBindingsOfAccount(tx, accountId)).filter(({ binding }) => isOf(subject, binding));
  const wasReported = await saveFound(tx, accountId, subject.id, at);
  // A card that was off when its report was taken back still has the hold when it is back.
  const isHeld = of.some(({ binding }) => binding.state.holds.some((one) => isSameHold(one, hold)));
  if (!wasReported && !isHeld) return err({ kind: 'NOT_REPORTED_LOST' });
  const used = await useProof(tx, proof, { action: 'FOUND', subjectId: subject.id, accountId });
  if (!used.ok) return used;

  const results: FoundResult[] = [];
  for (const locked of of) {
    const bindingId = locked.binding.id;
    const outcome = await liftLostHold(tx, locked, hold, 'WALLET_APP');
    if (outcome === 'UNABLE')
      await lostJobs.enqueue(tx, 'lift-found', { bindingId }, { jobKey: `lift found ${bindingId}` });
    results.push({ bindingId, outcome: outcome === 'UNABLE' ? 'WAITS_FOR_PROVIDER' : outcome });
  }
  const about = subject.kind === 'CARD' ? { cardId: subject.id } : { deviceId: subject.id };
  await outbox.append(tx, {
    type: 'bindery.wallet.reported-found.v1',
    key: accountId,
    data: { accountId, subject: subject.kind, ...about, at: at.toISOString() },
  });
  return ok({ subject, results });
}
