import { toRemedyType } from '@bindery/subgraph';
import type { Id, Remedy } from '@bindery/kernel';
import type { Locale } from '@bindery/localisation';
import { effectSeverities, severityOf, type UnbindEffect } from './unbind-effect.rules';
import type { UnbindBlocker, UnbindPlan } from './unbind-plan.rules';
import { say } from './unbind-plan.words';
import { toUnbindEffect } from './unbind-effect.mapper';
import type { UnbindBlockerType, UnbindPlanType } from './unbind-plan.type';

const remediesOf: Record<UnbindBlocker['code'], readonly Remedy[]> = {
  BALANCE: [{ code: 'WithdrawBalance' }, { code: 'ContactProvider' }],
  PENDING_PAYMENT: [{ code: 'SettlePending' }, { code: 'ContactProvider' }],
  MANDATE: [{ code: 'CancelMandate' }, { code: 'ContactProvider' }],
  OBLIGATIONS_UNKNOWN: [{ code: 'TryAgain' }, { code: 'ContactSupport' }],
};

export const toUnbindBlockerType = ({ code }: UnbindBlocker, locale: Locale): UnbindBlockerType => ({
  kind: code,
  code,
  text: say(locale, `blocker.${code}`),
  remedies: remediesOf[code].map((remedy) => toRemedyType(remedy, locale)),
});

const gravityOf = ({ type }: UnbindEffect) => effectSeverities.indexOf(severityOf[type]);

/** The gravest first. Only in what is read: the digest and a later comparison are over the order in which effects are found. */
const byGravity = (effects: readonly UnbindEffect[]) =>
  effects.toSorted((one, other) => gravityOf(other) - gravityOf(one));

/** `nameOf` answers what a card is called. */
export function toUnbindPlanType(
  plan: UnbindPlan,
  nameOf: (cardId: Id<'card'>) => string,
  locale: Locale,
): UnbindPlanType {
  const { digest, quotedUntil, effects, blockers, proof, fee } = plan;
  return {
    digest,
    quotedUntil,
    effects: byGravity(effects).map((effect) => toUnbindEffect(effect, plan, nameOf, locale)),
    blockers: blockers.map((blocker) => toUnbindBlockerType(blocker, locale)),
    proof: { allows: proof.action, action: proof.action, factors: [...proof.factors] },
    fee,
  };
}
