import type { EntityManager } from 'typeorm';
import type { Catalogue } from '../catalogue';
import { addDuration, type EffectPart, type Step } from '../lifecycle';
import { findPlan, quotedDoors } from '../unbind-plan';
import { revocationJobs as jobs } from './revocation.jobs';
import { insertRevocation } from './revocation.repository';

/** A report of readers takes a moment to come together. */
const firstCheckMs = 1000;

/** Begins to follow the readers when a card that opens doors is off. Until one is told of, those that the plan named stand for them, or its doors, each at its worst. */
export const createRevocationEffects = ({ profileOf }: Pick<Catalogue, 'profileOf'>) =>
  ({
    after: async (tx: EntityManager, { fact, binding, card, at }: Step) => {
      if ((fact !== 'unbound' && fact !== 'removed-elsewhere') || card.doors.length === 0) return;
      const { offlineRevocationWorstCase } = profileOf(binding.provider);
      const plan = fact === 'unbound' && binding.planId !== null ? await findPlan(tx, binding.planId) : null;
      const promised = plan ? quotedDoors(plan.effects) : undefined;
      const worstCase = promised?.offlineWorstCase ?? offlineRevocationWorstCase;
      const worstCaseUntil = addDuration(at, worstCase);
      const doors = card.doors.map(({ id, name }) => ({ id, name, line: 'UNKNOWN', worstCase }) as const);
      const readers = (promised?.readers ?? doors).map(({ id, name, line, worstCase: own }) => ({
        readerId: id,
        name,
        site: card.site?.name ?? null,
        state: line === 'OFFLINE' ? ('OFFLINE' as const) : ('PENDING' as const),
        confirmedAt: null,
        worstCaseUntil: addDuration(at, own),
        reported: false,
      }));
      const bindingId = binding.id;
      const nextCheckAt = new Date(at.getTime() + firstCheckMs);
      await insertRevocation(tx, { bindingId, since: at, worstCaseUntil, nextCheckAt }, readers);
      await jobs.enqueue(
        tx,
        'follow-revocation',
        { bindingId },
        { jobKey: `revocation ${bindingId}`, runAt: nextCheckAt },
      );
    },
  }) satisfies EffectPart;
