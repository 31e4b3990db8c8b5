import type { Locale } from '@bindery/localisation';
import { collectsWhileHeld, type ProviderProfile } from '../catalogue';
import type { LostOutcome } from './lost.rules';
import { say } from './lost.words';

/** What a report came to for one binding, and what it does not stop. */
export function sayOutcome(outcome: LostOutcome, profile: ProviderProfile, locale: Locale): string {
  if (outcome !== 'HELD' && outcome !== 'ALREADY_HELD') return say(locale, outcome);
  return say(locale, collectsWhileHeld(profile) ? 'HELD.collects' : 'HELD', { provider: profile.name[locale] });
}
