import type { Id } from '@bindery/kernel';
import type { BindingChange } from '../lifecycle/binding-change.rules';
import type { Binding } from '../lifecycle/binding.rules';
import { disputableUntil } from './disputes.rules';

/** What a holder said of a removal that nobody asked us for. */
export interface RemovalAnswer {
  readonly bindingId: Id<'binding'>;
  /** The step of the binding that the removal was. */
  readonly removalVersion: number;
  readonly itWasMe: boolean;
  readonly sessionId: Id<'session'>;
  readonly at: Date;
}

/** “Was this you?” (requirement 20), about the last removal of a card. */
export interface RemovalQuestion {
  readonly askedAt: Date;
  /** Until when its holder can say that it was not them. */
  readonly answerBy: Date;
  readonly answer: Pick<RemovalAnswer, 'at' | 'itWasMe'> | null;
}

/** The removal that is asked about: only as long as the card is off by it. */
export const isAskedAbout = ({ state: { phase } }: Pick<Binding, 'state'>, removal: BindingChange | null): boolean =>
  (phase === 'UNBOUND' || phase === 'RETIRED') && removal?.fact === 'removed-elsewhere';

export function removalQuestionOf(
  binding: Pick<Binding, 'state'>,
  removal: BindingChange | null,
  answers: readonly RemovalAnswer[],
): RemovalQuestion | null {
  if (!removal || !isAskedAbout(binding, removal)) return null;
  const answer = answers.find(({ removalVersion }) => removalVersion === removal.version) ?? null;
  return { askedAt: removal.at, answerBy: disputableUntil(removal.at), answer };
}
