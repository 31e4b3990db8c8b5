import type { Id } from '@bindery/kernel';
import type { Money } from '@bindery/values';
import type { ProviderProfile } from '../catalogue/provider-profile.rules';
import type { InBothLanguages } from '@bindery/localisation';
import type { Door } from '../lifecycle/card.rules';

export const effectSeverities = ['INFO', 'WARNING', 'CRITICAL'] as const;
type EffectSeverity = (typeof effectSeverities)[number];

/** One thing that an unbind will do. Spans of time, not moments, so that two plans of the same matter are equal. */
export type UnbindEffect =
  | { readonly type: 'DEFAULT_MOVES'; readonly toCardId: Id<'card'> }
  | { readonly type: 'NO_DEFAULT_LEFT' }
  | {
      readonly type: 'DOORS_LOST';
      readonly site: InBothLanguages;
      readonly doors: readonly Door[];
      readonly offlineWorstCase: string;
    }
  | { readonly type: 'FEE'; readonly amount: Money; readonly source: InBothLanguages }
  | {
      readonly type: 'RESTORABLE';
      readonly strategy: ProviderProfile['restore']['strategy'];
      readonly windowDays: number;
    }
  | { readonly type: 'NOT_RESTORABLE' }
  | { readonly type: 'BALANCE'; readonly amount: Money }
  | { readonly type: 'PENDING_PAYMENT'; readonly id: string; readonly amount: Money; readonly about: string }
  | { readonly type: 'MANDATE'; readonly id: string; readonly merchant: string }
  /** Where the card goes, and where it stays: a card may be bound on many devices, and this is about one of them. */
  | {
      readonly type: 'DEVICES';
      readonly leaves: Id<'device'>;
      readonly stays: readonly Id<'device'>[];
    }
  | { readonly type: 'PHYSICAL_CARD_WORKS' }
  | { readonly type: 'HISTORY_STAYS' };

type UnbindEffectType = UnbindEffect['type'];

export const severityOf = {
  DEFAULT_MOVES: 'INFO',
  NO_DEFAULT_LEFT: 'WARNING',
  DOORS_LOST: 'WARNING',
  FEE: 'WARNING',
  RESTORABLE: 'INFO',
  NOT_RESTORABLE: 'CRITICAL',
  BALANCE: 'WARNING',
  PENDING_PAYMENT: 'WARNING',
  MANDATE: 'WARNING',
  DEVICES: 'INFO',
  PHYSICAL_CARD_WORKS: 'INFO',
  HISTORY_STAYS: 'INFO',
} as const satisfies Record<UnbindEffectType, EffectSeverity>;
