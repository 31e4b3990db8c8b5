import { firstRepeated } from '@bindery/kernel';
import type { AlertKind, AlertRule } from './alert-kind.rules';
import { kinds } from './kinds';
import type { NotificationKind, WordsKey } from './notification-kind.rules';

type FactOf<Kind> = Kind extends { readonly facts: infer Facts } ? keyof Facts : never;

/** A fact that somebody is told about; one that no kind tells of is told to nobody. */
export type AlertedFact = FactOf<(typeof kinds)[number]>;

/** How one fact becomes a notification, with what its kind says. */
export interface AlertRow extends Pick<AlertRule<never>, 'action' | 'alertOf'> {
  readonly kind: NotificationKind;
  readonly critical: boolean;
  readonly words: WordsKey;
}

/** The facts of all kinds; throws when two kinds tell of the same. */
export function tabulate(all: readonly AlertKind[]): Readonly<Record<string, AlertRow>> {
  const rows = all.flatMap(({ code, critical, facts }) =>
    Object.entries<AlertRule<never>>(facts).map(([fact, { variant, action, alertOf }]) => {
      const row = { kind: code, critical, words: variant ?? code, action, alertOf } as AlertRow;
      return [fact, row] as const;
    }),
  );
  const twice = firstRepeated(rows.map(([fact]) => fact));
  if (twice) throw new Error(`two kinds of notification tell of ${twice}`);
  return Object.fromEntries(rows);
}

/**
 * Every fact that somebody is told about. Each bind, unbind, restore, lock and consent, and each outcome of one, is
 * an alert that cannot be switched off (requirement 39); so is what a thief would do first (requirement 23).
 */
export const alertTable = tabulate(kinds) as Readonly<Record<AlertedFact, AlertRow>>;
