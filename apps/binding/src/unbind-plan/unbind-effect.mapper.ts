import { assertNever, type Id } from '@bindery/kernel';
import { defaultTimeZone, type InBothLanguages, type Locale } from '@bindery/localisation';
import { formatMoney, toMidnight } from '@bindery/values';
import { addDays, addDuration } from '../lifecycle';
import { severityOf, type UnbindEffect as Effect } from './unbind-effect.rules';
import { toMandateType } from './obligation.mapper';
import type { UnbindPlan } from './unbind-plan.rules';
import { say } from './unbind-plan.words';
import {
  AgreementEndsEffect,
  BalanceEffect,
  DefaultMovesEffect,
  DevicesEffect,
  DisputeOpenEffect,
  DoorReaderType,
  DoorsLostEffect,
  FeeEffect,
  HistoryStaysEffect,
  KeysStayEffect,
  LoanEffect,
  MandateEffect,
  NoDefaultLeftEffect,
  NotRestorableEffect,
  PendingPaymentEffect,
  PhysicalCardWorksEffect,
  RestorableEffect,
  TakesEffectEffect,
  type UnbindEffect,
} from './unbind-effect.type';

/** `settledBy`: when the provider has confirmed at the latest, from which readers reckon. */
type Quote = Pick<UnbindPlan, 'quotedAt' | 'quotedUntil'> & { readonly settledBy: Date };

/** An effect in words, its moments in the holder's zone. Spans become moments here: the earliest end of what is gained, the latest end of what is risked. */
export function toUnbindEffect(
  effect: Effect,
  { quotedAt, settledBy }: Quote,
  nameOf: (cardId: Id<'card'>) => string,
  locale: Locale,
  timeZone = defaultTimeZone,
): UnbindEffect {
  const severity = severityOf[effect.type];
  const words = (values?: Parameters<typeof say>[2]) => ({
    severity,
    text: say(locale, `effect.${effect.type}`, values, timeZone),
  });
  switch (effect.type) {
    case 'TAKES_EFFECT':
      return Object.assign(new TakesEffectEffect(), words({ until: settledBy }), { settledUntil: settledBy });
    case 'DEFAULT_MOVES':
      return Object.assign(new DefaultMovesEffect(), words({ card: nameOf(effect.toCardId) }), {
        toCardId: effect.toCardId,
      });
    case 'NO_DEFAULT_LEFT':
      return Object.assign(new NoDefaultLeftEffect(), words());
    case 'DOORS_LOST':
      return toDoorsLostEffect(effect, severity, settledBy, { locale, timeZone });
    case 'FEE':
      return toFeeEffect(effect, severity, quotedAt, { locale, timeZone });
    case 'RESTORABLE': {
      const until = addDays(quotedAt, effect.windowDays);
      return Object.assign(new RestorableEffect(), words({ until }), {
        until,
        strategy: effect.strategy,
      });
    }
    case 'NOT_RESTORABLE':
      return Object.assign(new NotRestorableEffect(), words());
    case 'BALANCE': {
      const { amount } = effect;
      return Object.assign(new BalanceEffect(), words({ amount: formatMoney(amount, locale) }), { amount });
    }
    case 'PENDING_PAYMENT':
      return Object.assign(
        new PendingPaymentEffect(),
        words({ amount: formatMoney(effect.amount, locale), about: effect.about }),
        { amount: effect.amount },
      );
    case 'MANDATE':
      return toMandateEffect(effect, severity, locale);
    case 'LOAN':
      return toLoanEffect(effect, severity, locale);
    case 'AGREEMENT_ENDS': {
      const provider = effect.provider[locale];
      return Object.assign(new AgreementEndsEffect(), words({ provider }), { provider });
    }
    case 'DEVICES':
      return toDevicesEffect(effect, severity, locale);
    case 'DISPUTE_OPEN':
      return toDisputeOpenEffect(effect, severity, locale);
    case 'KEYS_STAY':
      return Object.assign(new KeysStayEffect(), words());
    case 'PHYSICAL_CARD_WORKS':
      return Object.assign(new PhysicalCardWorksEffect(), words());
    case 'HISTORY_STAYS':
      return Object.assign(new HistoryStaysEffect(), words());
    default:
      return assertNever(effect, 'effect');
  }
}

function toFeeEffect(
  { amount, source, refundableDays }: Extract<Effect, { type: 'FEE' }>,
  severity: UnbindEffect['severity'],
  quotedAt: Date,
  { locale, timeZone }: { readonly locale: Locale; readonly timeZone: string },
): UnbindEffect {
  const until = addDays(quotedAt, refundableDays);
  const written = source[locale];
  const text = say(locale, 'effect.FEE', { amount: formatMoney(amount, locale), source: written, until }, timeZone);
  return Object.assign(new FeeEffect(), { severity, text, amount, source: written, refundableUntil: until });
}

function toDisputeOpenEffect(
  { about }: Extract<Effect, { type: 'DISPUTE_OPEN' }>,
  severity: UnbindEffect['severity'],
  locale: Locale,
): UnbindEffect {
  const text = say(locale, 'effect.DISPUTE_OPEN', { about: say(locale, `dispute.${about}`) });
  return Object.assign(new DisputeOpenEffect(), { severity, text, about });
}

function toMandateEffect(
  { type: _, ...mandate }: Extract<Effect, { type: 'MANDATE' }>,
  severity: UnbindEffect['severity'],
  locale: Locale,
): UnbindEffect {
  const { merchant, amount, nextOn } = mandate;
  const known = nextOn === undefined ? '' : amount ? '.amount' : '.next';
  const values = {
    merchant,
    amount: amount ? formatMoney(amount, locale) : '',
    ...(nextOn !== undefined && { nextDay: toMidnight(nextOn) }),
  };
  const text = say(locale, `effect.MANDATE${known}`, values);
  return Object.assign(new MandateEffect(), { severity, text, merchant, mandate: toMandateType(mandate) });
}

function toDoorsLostEffect(
  { site, doors, offlineWorstCase, readers }: Extract<Effect, { type: 'DOORS_LOST' }>,
  severity: UnbindEffect['severity'],
  settledBy: Date,
  { locale, timeZone }: { readonly locale: Locale; readonly timeZone: string },
): UnbindEffect {
  const names = (some: readonly { readonly name: InBothLanguages }[]) =>
    some.map(({ name }) => name[locale]).join(locale === 'en' ? ', ' : '、');
  const offlineUntil = addDuration(settledBy, offlineWorstCase);
  const offline = readers.filter(({ line }) => line === 'OFFLINE');
  const values = { site: site[locale], doors: names(doors), offline: names(offline), until: offlineUntil };
  return Object.assign(new DoorsLostEffect(), {
    severity,
    text: say(locale, offline.length === 0 ? 'effect.DOORS_LOST' : 'effect.DOORS_LOST.offline', values, timeZone),
    site: site[locale],
    doors: doors.map(({ name }) => name[locale]),
    offlineUntil,
    readers: readers.map(({ id, name, line, worstCase }) => {
      const worstCaseUntil = addDuration(settledBy, worstCase);
      const text = say(locale, `reader.${line}`, { door: name[locale], until: worstCaseUntil }, timeZone);
      return Object.assign(new DoorReaderType(), { id, name: name[locale], line, worstCaseUntil, text });
    }),
  });
}

function toLoanEffect(
  { outstanding, nextRepaymentOn }: Extract<Effect, { type: 'LOAN' }>,
  severity: UnbindEffect['severity'],
  locale: Locale,
): UnbindEffect {
  const text = say(locale, 'effect.LOAN', {
    amount: formatMoney(outstanding, locale),
    due: nextRepaymentOn === null ? 'no' : 'yes',
    ...(nextRepaymentOn !== null && { nextDay: toMidnight(nextRepaymentOn) }),
  });
  return Object.assign(new LoanEffect(), { severity, text, outstanding, nextRepaymentOn });
}

function toDevicesEffect(
  { leaves, stays }: Extract<Effect, { type: 'DEVICES' }>,
  severity: UnbindEffect['severity'],
  locale: Locale,
): UnbindEffect {
  const text = say(locale, stays.length === 0 ? 'effect.DEVICES.only' : 'effect.DEVICES', { stays: stays.length });
  return Object.assign(new DevicesEffect(), {
    severity,
    text,
    leaves: { id: leaves },
    stays: stays.map((id) => ({ id })),
  });
}
