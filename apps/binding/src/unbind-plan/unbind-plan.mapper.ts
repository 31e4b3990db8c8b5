import { toRemedyType } from '@bindery/subgraph';
import type { Id, Remedy } from '@bindery/kernel';
import { defaultTimeZone, type Locale } from '@bindery/localisation';
import type { ObligationActKind } from '../providers';
import { effectSeverities, severityOf, type UnbindEffect } from './unbind-effect.rules';
import { settledBy, type UnbindBlocker, type UnbindPlan } from './unbind-plan.rules';
import { say } from './unbind-plan.words';
import { toUnbindEffect } from './unbind-effect.mapper';
import { toMandateType, toPendingType } from './obligation.mapper';
import { UnbindBlockerType, type UnbindPlanType } from './unbind-plan.type';

const remedyOf = {
  MOVE_MANDATE: { code: 'MoveMandate' },
  CANCEL_MANDATE: { code: 'CancelMandate' },
  SETTLE_PENDING: { code: 'SettlePending' },
  WITHDRAW_BALANCE: { code: 'WithdrawBalance' },
} as const satisfies Record<ObligationActKind, Remedy>;

/** What is done here comes first; where nothing can be, only its provider helps. */
function remediesOf({ code, acts, disputable = false }: UnbindBlocker): readonly Remedy[] {
  if (code === 'OBLIGATIONS_UNKNOWN') return [{ code: 'TryAgain' }, { code: 'ContactSupport' }];
  if (code === 'LOAN')
    return [
      { code: 'RepayLoan' },
      ...(disputable ? [{ code: 'OpenDispute' } as const] : []),
      { code: 'ContactProvider' },
    ];
  return [...acts.map((act) => remedyOf[act]), { code: 'ContactProvider' }];
}

/** What is in the way, and for a mandate that cannot move, why. */
function textOf({ code, acts, noMove }: UnbindBlocker, locale: Locale): string {
  if (code !== 'MANDATE' || acts.includes('MOVE_MANDATE')) return say(locale, `blocker.${code}`);
  if (!acts.includes('CANCEL_MANDATE')) return say(locale, 'blocker.MANDATE.outside');
  const why = noMove ? [sayNoMove(noMove, locale)] : [];
  return [say(locale, 'blocker.MANDATE.cancel'), ...why].join(locale === 'en' ? ' ' : '');
}

/** Why a mandate cannot move to another card. */
export const sayNoMove = ({ why, provider }: NonNullable<UnbindBlocker['noMove']>, locale: Locale): string =>
  say(locale, `noMove.${why}`, { provider: provider[locale] });

export const toUnbindBlockerType = (
  blocker: UnbindBlocker,
  bindingId: Id<'binding'>,
  locale: Locale,
): UnbindBlockerType => {
  const { code, balance = null, pending = [], mandates = [] } = blocker;
  return Object.assign(new UnbindBlockerType(), {
    kind: code,
    code,
    text: textOf(blocker, locale),
    remedies: remediesOf(blocker).map((remedy) => toRemedyType(remedy, locale)),
    balance,
    pending: pending.map(toPendingType),
    mandates: mandates.map(toMandateType),
    bindingId,
  });
};

const gravityOf = ({ type }: UnbindEffect) => effectSeverities.indexOf(severityOf[type]);

/** The gravest first. Only in what is read: the digest and a later comparison are over the order in which effects are found. */
const byGravity = (effects: readonly UnbindEffect[]) =>
  effects.toSorted((one, other) => gravityOf(other) - gravityOf(one));

/** `nameOf` answers what a card is called; moments are told in `timeZone`, the holder's. */
export function toUnbindPlanType(
  plan: UnbindPlan,
  nameOf: (cardId: Id<'card'>) => string,
  locale: Locale,
  timeZone = defaultTimeZone,
): UnbindPlanType {
  const { digest, quotedUntil, effects, blockers, proof, fee, bindingId } = plan;
  const quote = { ...plan, settledBy: settledBy(plan) };
  return {
    bindingId,
    digest,
    quotedUntil,
    effects: byGravity(effects).map((effect) => toUnbindEffect(effect, quote, nameOf, locale, timeZone)),
    blockers: blockers.map((blocker) => toUnbindBlockerType(blocker, bindingId, locale)),
    proof: { allows: proof.action, action: proof.action, factors: [...proof.factors] },
    fee,
  };
}
