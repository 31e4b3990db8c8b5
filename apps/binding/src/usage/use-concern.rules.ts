import type { BindingState, Phase } from '@bindery/card-lifecycle';
import type { BindingCaseAbout } from '../cases/cases.rules';
import type { UsageKind, UseConcern } from './usage.rules';

/** What its holder had been told of a card in each phase. BY_REPLACEMENT: off once the operation that takes it off is done. */
export const toldIn: Readonly<Record<Phase, 'ON' | 'OFF' | 'BY_REPLACEMENT'>> = {
  VERIFYING: 'ON',
  IN_REVIEW: 'ON',
  BINDING: 'ON',
  AWAITING_ACTIVATION: 'ON',
  BOUND: 'ON',
  // Its provider has not said yet that it is off, or that it is on again.
  UNBINDING: 'ON',
  RESTORING: 'ON',
  REPLACED: 'BY_REPLACEMENT',
  UNBOUND: 'OFF',
  DECLINED: 'OFF',
  RETIRED: 'OFF',
};

/** What its holder had been told by the moment of a use. */
export interface Told {
  readonly state: Pick<BindingState, 'phase' | 'holds'>;
  /** Whether its provider had taken off one that was replaced. */
  readonly isOffReplaced: boolean;
  /** Whether a reader of it was told of, that may open until its worst case. */
  readonly mayStillOpen: boolean;
  /** Whether its provider collects by a consent, and had none. */
  readonly lacksConsent: boolean;
}

/** What is wrong about a use, measured by what its holder had been told; null where nothing is. */
export function concernOf(
  kind: UsageKind,
  { state, isOffReplaced, mayStillOpen, lacksConsent }: Told,
): UseConcern | null {
  if (kind === 'REFUSED') return null;
  const told = toldIn[state.phase];
  if (told === 'OFF' || (told === 'BY_REPLACEMENT' && isOffReplaced))
    return kind === 'DOOR_OPENED' && mayStillOpen ? 'READER_NOT_TOLD' : 'AFTER_UNBIND';
  if (told === 'BY_REPLACEMENT') return null;
  if (state.holds.length > 0) return 'WHILE_HELD';
  return kind === 'PAYMENT' && lacksConsent ? 'WITHOUT_CONSENT' : null;
}

/** What people look into because of it, and its holder is told; null where it is what they had been told. */
export function caseOf(kind: UsageKind, concern: UseConcern): BindingCaseAbout | null {
  switch (concern) {
    case 'AFTER_UNBIND':
      return kind === 'DOOR_OPENED' ? 'OPENED_AFTER_UNBIND' : 'CHARGED_AFTER_UNBIND';
    case 'WHILE_HELD':
      return 'USED_WHILE_HELD';
    case 'WITHOUT_CONSENT':
      return 'COLLECTED_WITHOUT_CONSENT';
    case 'READER_NOT_TOLD':
      return null;
  }
}
