import type { Locale } from '@bindery/localisation';
import type { Challenge } from './challenge.rules';
import { say } from './challenges.words';

/** Characters of a plan's digest that a person compares with those beside the plan. */
const planCharacters = 8;

/** What answering a challenge will allow, in words. Made from what is proved, never from what a client says. */
export function toConsentSummary(
  { action, planDigest }: Pick<Challenge, 'action' | 'planDigest'>,
  kind: string | undefined,
  locale: Locale,
): string {
  return say(locale, `consent.${action}`, {
    kind: kind ?? 'other',
    plan: (planDigest ?? '').slice(0, planCharacters),
  });
}
