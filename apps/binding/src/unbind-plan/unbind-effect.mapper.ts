import { assertNever, type Id } from '@bindery/kernel';
import { defaultTimeZone, type Locale } from '@bindery/localisation';
import { formatMoney } from '@bindery/values';
import { addDays, addDuration, lastDayOf } from '../lifecycle';
import { severityOf, type UnbindEffect as Effect } from './unbind-effect.rules';
import type { UnbindPlan } from './unbind-plan.rules';
import { say } from './unbind-plan.words';
import {
  BalanceEffect,
  DefaultMovesEffect,
  DevicesEffect,
  DoorsLostEffect,
  FeeEffect,
  HistoryStaysEffect,
  MandateEffect,
  NoDefaultLeftEffect,
  NotRestorableEffect,
  PendingPaymentEffect,
  PhysicalCardWorksEffect,
  RestorableEffect,
  type UnbindEffect,
} from './unbind-effect.type';

type Quote = Pick<UnbindPlan, 'quotedAt' | 'quotedUntil'>;

/** An effect in words. Spans become moments here: the earliest end of what is gained, the latest end of what is risked. */
export function toUnbindEffect(
  effect: Effect,
  { quotedAt, quotedUntil }: Quote,
  nameOf: (cardId: Id<'card'>) => string,
  locale: Locale,
): UnbindEffect {
  const severity = severityOf[effect.type];
  const words = (values?: Parameters<typeof say>[2]) => ({
    severity,
    text: say(locale, `effect.${effect.type}`, values),
  });
  switch (effect.type) {
    case 'DEFAULT_MOVES':
      return Object.assign(new DefaultMovesEffect(), words({ card: nameOf(effect.toCardId) }), {
        toCardId: effect.toCardId,
      });
    case 'NO_DEFAULT_LEFT':
      return Object.assign(new NoDefaultLeftEffect(), words());
    case 'DOORS_LOST': {
      const site = effect.site[locale];
      const doors = effect.doors.map(({ name }) => name[locale]);
      const offlineUntil = addDuration(quotedUntil, effect.offlineWorstCase);
      return Object.assign(
        new DoorsLostEffect(),
        words({ site, doors: doors.join(locale === 'en' ? ', ' : '、'), until: offlineUntil }),
        { site, doors, offlineUntil },
      );
    }
    case 'FEE': {
      const source = effect.source[locale];
      return Object.assign(new FeeEffect(), words({ amount: formatMoney(effect.amount, locale), source }), {
        amount: effect.amount,
        source,
      });
    }
    case 'RESTORABLE': {
      const until = addDays(quotedAt, effect.windowDays);
      return Object.assign(new RestorableEffect(), words({ lastDay: lastDayOf(until, defaultTimeZone) }), {
        until,
        strategy: effect.strategy,
      });
    }
    case 'NOT_RESTORABLE':
      return Object.assign(new NotRestorableEffect(), words());
    case 'BALANCE':
      return Object.assign(new BalanceEffect(), words({ amount: formatMoney(effect.amount, locale) }), {
        amount: effect.amount,
      });
    case 'PENDING_PAYMENT':
      return Object.assign(
        new PendingPaymentEffect(),
        words({ amount: formatMoney(effect.amount, locale), about: effect.about }),
        { amount: effect.amount },
      );
    case 'MANDATE':
      return Object.assign(new MandateEffect(), words({ merchant: effect.merchant }), { merchant: effect.merchant });
    case 'DEVICES':
      return toDevicesEffect(effect, severity, locale);
    case 'PHYSICAL_CARD_WORKS':
      return Object.assign(new PhysicalCardWorksEffect(), words());
    case 'HISTORY_STAYS':
      return Object.assign(new HistoryStaysEffect(), words());
    default:
      return assertNever(effect, 'effect');
  }
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
