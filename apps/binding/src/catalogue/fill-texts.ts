import { createTranslator, inEachLanguage, type InBothLanguages, type MessageValues } from '@bindery/localisation';
import { formatMoney } from '@bindery/values';
import { addDuration } from '../lifecycle';
import { sampleOffer, sayLoanTerms } from './loan-words.rules';
import type { ProviderProfile } from './provider-profile.rules';

type Profile = Omit<ProviderProfile, 'code'>;

const hourMs = 60 * 60_000;

/**
 * Terms and the source of a fee name what applies by placeholders of ICU, so that they cannot say another fee or another window than the
 * entry has: {name}, {version} of the terms, {unbindFee} with its currency, {windowDays} to restore, {offlineHours} until the last offline
 * reader knows, rounded up. Throws where a text names what the entry has not.
 */
export function fillTexts<Entry extends Profile>(entry: Entry): Entry {
  const { terms, unbindFee, purposes, loans } = entry;
  const filled = (text: InBothLanguages): InBothLanguages => {
    const say = createTranslator({ 'zh-CN': { text: text['zh-CN'] }, en: { text: text.en } });
    return inEachLanguage((locale) => say(locale, 'text', valuesOf(entry, locale)));
  };
  // Filled by each offer; here only whether they say nothing that an offer has not.
  if (loans) inEachLanguage((locale) => sayLoanTerms(loans, { name: entry.name }, sampleOffer, locale));
  return {
    ...entry,
    ...(purposes && { purposes: purposes.map((purpose) => ({ ...purpose, text: filled(purpose.text) })) }),
    terms: { ...terms, text: filled(terms.text) },
    unbindFee: unbindFee && { ...unbindFee, source: filled(unbindFee.source) },
  };
}

function valuesOf(
  { name, terms, unbindFee, restore, offlineRevocationWorstCase }: Profile,
  locale: keyof InBothLanguages,
): MessageValues {
  const offlineMs = addDuration(new Date(0), offlineRevocationWorstCase).getTime();
  return {
    name: name[locale],
    version: terms.version,
    offlineHours: Math.ceil(offlineMs / hourMs),
    ...(unbindFee && { unbindFee: formatMoney(unbindFee.amount, locale) }),
    ...(restore.windowDays !== null && { windowDays: restore.windowDays }),
  };
}
