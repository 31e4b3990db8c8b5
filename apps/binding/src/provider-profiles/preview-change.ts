import type { EntityManager } from 'typeorm';
import type { Clock } from '@bindery/kernel';
import type { Page, PageRequest } from '@bindery/persistence';
import { aspectsOf, type ProfileChange, type ProviderProfile } from '../catalogue';
import {
  countBeyondLimits,
  listBindingsById,
  listPhaseCounts,
  listProviderBindings,
  type ProviderBinding,
  type ProviderBindings,
} from '../lifecycle';
import { listBindingsWithPlans } from '../unbind-plan';
import { changesPlans, countEffects, phasesMeeting, type AspectEffect } from './affected.rules';
import type { Loosening } from './loosening.rules';

/** Whom a change meets, and how. */
export interface ChangePreview {
  readonly effects: readonly AspectEffect[];
  /** Plans that are quoted and may turn stale; their holders are shown the new one. */
  readonly openPlanCount: number;
  readonly affected: ProviderBindings;
  /** The fields by which it loosens, so that it takes another operator; none where it does not. */
  readonly loosens: readonly Loosening[];
}

export interface PreviewChange {
  /** Reads, as of now; writes nothing. */
  of(
    db: EntityManager,
    profile: ProviderProfile,
    changes: readonly ProfileChange[],
    loosens: readonly Loosening[],
  ): Promise<ChangePreview>;
  list(affected: ProviderBindings, page: PageRequest): Promise<Page<ProviderBinding>>;
}

export function createPreviewChange({ db: pool, clock }: { db: EntityManager; clock: Clock }): PreviewChange {
  return {
    async of(db, { code: provider, limits }, changes, loosens) {
      const aspects = aspectsOf(changes);
      const beyond = aspects.includes('LIMITS') ? limits : null;
      const affected = { provider, phases: phasesMeeting(aspects), beyond };
      const counts = await listPhaseCounts(db, provider);
      const effects = countEffects(aspects, counts, beyond ? await countBeyondLimits(db, affected) : 0);
      const openPlanCount = changesPlans(aspects) ? await countPlans(db, provider) : 0;
      return { effects, affected, openPlanCount, loosens };
    },
    list: (affected, page) => listProviderBindings(pool, affected, page),
  };

  async function countPlans(db: EntityManager, provider: string): Promise<number> {
    const quoted = await listBindingsById(db, await listBindingsWithPlans(db, clock.now()));
    return quoted.filter((binding) => binding.provider === provider).length;
  }
}
