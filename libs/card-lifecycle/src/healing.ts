import { providerViews, type Divergence } from './sync';

export type Healing = 'ADOPT_THEIRS' | 'REAPPLY_OURS' | 'CASE';

/**
 * How a divergence may be healed without loosening anything: the provider's view if it is terminal, ours if it is
 * stricter. Everything else (theirs stricter but not terminal, or a word we do not know) is for people to decide.
 */
export function decideHealing({ desired, observed }: Divergence): Healing {
  const ours = strictness(desired);
  const theirs = strictness(observed);
  if (ours < 0 || theirs < 0) return 'CASE';
  if (ours > theirs) return 'REAPPLY_OURS';
  return observed === 'ABSENT' && ours < theirs ? 'ADOPT_THEIRS' : 'CASE';
}

const strictness = (view: string): number => (providerViews as readonly string[]).indexOf(view);
