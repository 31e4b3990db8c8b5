import type { FeatureClasses } from '@bindery/subgraph';
import type { EntityManager } from 'typeorm';
import type { EffectPart, FactPart } from '../lifecycle';
import { DisputeDecisionRow } from './dispute-decision.entity';
import { DisputeEvidenceRow } from './dispute-evidence.entity';
import { DisputeRow } from './dispute.entity';
import { disputeJobs } from './disputes.jobs';
import { listDisputed, listOverdue, saveProofsGiven } from './disputes.repository';
import { RemovalAnswerRow } from './removal-answer.entity';

export * from './disputes.repository';
export { createTellDispute, type TellDispute } from './dispute-events';
export type { ReadDisputables } from './read-disputables';
export { disputeJobs } from './disputes.jobs';
export { DisputeDecisionEnum, DisputeDecisionStepEnum, DisputeMatterEnum, DisputeStateEnum } from './disputes.enums';
export * from './disputes.rules';
export * from './decisions.rules';
export * from './removal-question.rules';

export const disputesClasses = {
  entities: [DisputeRow, DisputeEvidenceRow, DisputeDecisionRow, RemovalAnswerRow],
} satisfies FeatureClasses;

export const disputeFacts = {
  /** Also while an upheld one waits for its holder: the restore clock stands until the card is back or that time is over. */
  disputeOpen: async (tx, subjects) => {
    const ids = subjects.flatMap(({ binding }) => (binding ? [binding.id] : []));
    const disputed = ids.length > 0 ? await listDisputed(tx, ids) : new Set();
    return subjects.map(({ binding }) => binding !== null && disputed.has(binding.id));
  },
} satisfies FactPart;

export const disputeEffects = {
  after: async (tx, { fact, binding, at }) => {
    if (fact === 'restored') await saveProofsGiven(tx, binding.id, at);
  },
} satisfies EffectPart;

/** A timer is a job too and may be a little late. */
const timerGraceMs = 60_000;

/** Has those looked at whose timer is lost, at most so many. */
export async function followOverdueDisputes(tx: EntityManager, now: Date, limit: number): Promise<void> {
  for (const disputeId of await listOverdue(tx, new Date(now.getTime() - timerGraceMs), limit))
    await disputeJobs.enqueue(tx, 'dispute-deadline', { disputeId }, { jobKey: `deadline ${disputeId}` });
}
