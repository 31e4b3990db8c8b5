import type { EntityManager } from 'typeorm';
import { deleteToken } from '../card.repository';
import type { EffectPart } from './effects';
import { lifecycleJobs } from '../lifecycle.jobs';
import type { Step } from '../step';

/** Shown to the holder from the state itself, or read by others from the event. */
const nothingToWrite = async () => undefined;

/** What the lifecycle carries out by itself: what is part of the row, the record or the event anyway, and the timer of a phase. */
export const lifecycleEffects = {
  handlers: {
    ListRequirements: nothingToWrite,
    ListActivationMethods: nothingToWrite,
    ListRemedies: nothingToWrite,
    OfferRebind: nothingToWrite,
    AskWasThisYou: nothingToWrite,
    /** The row's deadline; its timer is set below, whatever gave the deadline. */
    ShowDeadline: nothingToWrite,
    /** The record of the step holds all of the state, and the default card remembers the preferred one. */
    TakeSnapshot: nothingToWrite,
    /** Dates are part of the saved row. */
    StartRestoreWindow: nothingToWrite,
    PurgeSecrets: (tx, _effect, { binding }) => deleteToken(tx, binding.cardId),
  },
  before: setTimer,
} satisfies EffectPart;

/** A new phase with a deadline lapses at it, unless something happens before. */
async function setTimer(tx: EntityManager, { before, binding }: Step): Promise<void> {
  if (before?.phase === binding.state.phase || !binding.deadline) return;
  await lifecycleJobs.enqueue(
    tx,
    'lapse-binding',
    { bindingId: binding.id },
    { jobKey: `lapse ${binding.id}`, runAt: binding.deadline },
  );
}
