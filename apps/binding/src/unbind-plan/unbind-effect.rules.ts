import type { Id } from '@bindery/kernel';
import type { CalendarDay, Money } from '@bindery/values';
import type { ProviderProfile } from '../catalogue/provider-profile.rules';
import type { InBothLanguages } from '@bindery/localisation';
import type { DisputeMatter } from '../disputes/disputes.rules';
import type { Door } from '../lifecycle/card.rules';
import type { Mandate } from '../providers/connector.rules';

export const effectSeverities = ['INFO', 'WARNING', 'CRITICAL'] as const;
type EffectSeverity = (typeof effectSeverities)[number];

/** UNKNOWN: its provider did not say whether it has a line. */
export const readerLines = ['ONLINE', 'OFFLINE', 'UNKNOWN'] as const;

/** A reader that has to forget the card, as a plan names it. */
export interface PlannedReader {
  readonly id: string;
  readonly name: InBothLanguages;
  readonly line: (typeof readerLines)[number];
  /** ISO 8601 duration from the confirmed unbind until it has forgotten the card, whatever happens to its line. */
  readonly worstCase: string;
}

/** One thing that an unbind will do. Spans of time, not moments, so that two plans of the same matter are equal. */
export type UnbindEffect =
  /** Unusable from the request on; the provider has confirmed, or people look into it, after so many seconds. */
  | { readonly type: 'TAKES_EFFECT'; readonly withinSeconds: number }
  | { readonly type: 'DEFAULT_MOVES'; readonly toCardId: Id<'card'> }
  | { readonly type: 'NO_DEFAULT_LEFT' }
  | {
      readonly type: 'DOORS_LOST';
      readonly site: InBothLanguages;
      readonly doors: readonly Door[];
      /** The longest of its readers. */
      readonly offlineWorstCase: string;
      /** In the order of their ids. */
      readonly readers: readonly PlannedReader[];
    }
  | {
      readonly type: 'FEE';
      readonly amount: Money;
      readonly source: InBothLanguages;
      /** For so many days the unbind can be disputed; upheld, the fee is paid back. */
      readonly refundableDays: number;
    }
  | {
      readonly type: 'RESTORABLE';
      readonly strategy: ProviderProfile['restore']['strategy'];
      readonly windowDays: number;
    }
  | { readonly type: 'NOT_RESTORABLE' }
  | { readonly type: 'BALANCE'; readonly amount: Money }
  | { readonly type: 'PENDING_PAYMENT'; readonly id: string; readonly amount: Money; readonly about: string }
  | ({ readonly type: 'MANDATE' } & Mandate)
  | {
      readonly type: 'LOAN';
      readonly id: string;
      readonly outstanding: Money;
      readonly nextRepaymentOn: CalendarDay | null;
    }
  /** What was signed at the provider ends there, too: it does not come back, and another is signed to bind anew. */
  | { readonly type: 'AGREEMENT_ENDS'; readonly provider: InBothLanguages }
  /** Where the card goes, and where it stays: a card may be bound on many devices, and this is about one of them. */
  | {
      readonly type: 'DEVICES';
      readonly leaves: Id<'device'>;
      readonly stays: readonly Id<'device'>[];
    }
  /** What of it is disputed and not decided: that goes on. */
  | { readonly type: 'DISPUTE_OPEN'; readonly about: DisputeMatter }
  | { readonly type: 'PHYSICAL_CARD_WORKS' }
  /** Instead of it where there is no card outside, only keys of the holder’s own. */
  | { readonly type: 'KEYS_STAY' }
  | { readonly type: 'HISTORY_STAYS' };

type UnbindEffectType = UnbindEffect['type'];

export const severityOf = {
  TAKES_EFFECT: 'INFO',
  DEFAULT_MOVES: 'INFO',
  NO_DEFAULT_LEFT: 'WARNING',
  DOORS_LOST: 'WARNING',
  FEE: 'WARNING',
  RESTORABLE: 'INFO',
  NOT_RESTORABLE: 'CRITICAL',
  BALANCE: 'WARNING',
  PENDING_PAYMENT: 'WARNING',
  MANDATE: 'WARNING',
  LOAN: 'WARNING',
  AGREEMENT_ENDS: 'WARNING',
  DEVICES: 'INFO',
  DISPUTE_OPEN: 'WARNING',
  PHYSICAL_CARD_WORKS: 'INFO',
  KEYS_STAY: 'INFO',
  HISTORY_STAYS: 'INFO',
} as const satisfies Record<UnbindEffectType, EffectSeverity>;
