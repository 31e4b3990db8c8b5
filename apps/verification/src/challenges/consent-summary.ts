import type { Locale } from '@bindery/localisation';
import { sayCardKind, type KindName } from '../proofs';
import type { Challenge } from './challenge.rules';
import { say } from './challenges.words';

/** Characters of a plan's digest that a person compares with those beside the plan. */
const planCharacters = 8;

/** What answering a challenge will allow, in words. Made from what is proved, never from what a client says. */
export function toConsentSummary(
  { action, planDigest }: Pick<Challenge, 'action' | 'planDigest'>,
  kindName: KindName | null,
  locale: Locale,
): string {
  return say(locale, `consent.${action}`, {
    kind: sayCardKind(kindName, locale),
    plan: (planDigest ?? '').slice(0, planCharacters),
  });
}
