import { isLapse, sayProviderCause, type Locale, type MessageValues } from '@bindery/localisation';
import { formatMoney, toMidnight } from '@bindery/values';
import type { AlertFacts } from './alert-facts.rules';
import type { Notification } from './notification.rules';
import { say } from './alerts.words';
import { nameHoldOwner, nameMandates, nameProvider } from './terms.words';

/** A notification in words. */
export interface RenderedNotification {
  readonly title: string;
  readonly body: string;
}

/** Puts a notification into words. `timeZone` is an IANA name; moments are shown in it, with its name. */
export function renderNotification(
  { words, facts }: Pick<Notification, 'words' | 'facts'>,
  locale: Locale,
  timeZone: string,
): RenderedNotification {
  const values = toValues(facts, locale);
  return {
    title: say(locale, `${words}.title`, values, timeZone),
    body: say(locale, `${words}.body`, values, timeZone),
  };
}

const yesOrNo = (value: unknown): string => (value ? 'yes' : 'no');

/** Everything a message may ask for; flags are words because ICU selects by word. */
function toValues(facts: AlertFacts, locale: Locale): MessageValues {
  return {
    at: new Date(facts.at),
    provider: nameProvider(facts, locale),
    cause: facts.cause ?? '',
    reason: facts.cause ? sayProviderCause(facts.cause, locale) : '',
    caused: yesOrNo(facts.cause),
    lapsed: yesOrNo(isLapse(facts.cause ?? '')),
    stopped: facts.stopped ?? '',
    matter: facts.matter ?? '',
    named: yesOrNo(facts.mandates?.length),
    mandates: nameMandates((facts.mandates ?? []).map(toMandate), locale),
    ended: facts.ended ?? '',
    answered: yesOrNo(facts.answer),
    answer: facts.answer ?? '',
    asked: facts.asked ?? '',
    done: yesOrNo(facts.done),
    hadDefault: yesOrNo(facts.hadDefault),
    timed: yesOrNo(facts.until),
    restorable: yesOrNo(facts.restorableUntil),
    charged: yesOrNo(facts.fee),
    refunded: yesOrNo(facts.refunded),
    usable: yesOrNo(facts.usable),
    hasDefault: yesOrNo(facts.hasDefault),
    owner: nameHoldOwner(facts.holdOwner, locale),
    challenged: facts.challenged ?? '',
    receipt: facts.receiptId ?? '',
    lost: facts.lost ?? '',
    held: facts.held ?? 0,
    collecting: facts.collecting ?? 0,
    use: facts.use ?? '',
    stops: yesOrNo(facts.unbindEndsIt),
    records: facts.records ?? 0,
    version: facts.version ?? '',
    agreed: yesOrNo(facts.version),
    paysNow: facts.paysNow ?? '',
    unlocked: yesOrNo(facts.unlocked),
    reissued: yesOrNo(facts.reissued),
    hasLastDay: yesOrNo(facts.lastDay),
    hasGrace: yesOrNo(facts.worksUntil),
    ...(facts.lastDay ? { lastDay: toMidnight(facts.lastDay) } : {}),
    ...(facts.worksUntil ? { worksUntil: toMidnight(facts.worksUntil) } : {}),
    ...(facts.until ? { until: new Date(facts.until) } : {}),
    ...(facts.promised ? { promised: new Date(facts.promised) } : {}),
    ...(facts.restorableUntil ? { restorableUntil: new Date(facts.restorableUntil) } : {}),
    purpose: facts.purpose?.[locale] ?? '',
    document: facts.document ?? '',
    amount: facts.amount ? formatMoney(facts.amount, locale) : '',
    ...(facts.fee ? { fee: formatMoney(facts.fee, locale) } : {}),
  };
}

const toMandate = ({ merchant, nextOn }: NonNullable<AlertFacts['mandates']>[number]) => ({
  merchant,
  nextOn: nextOn ? toMidnight(nextOn) : null,
});
