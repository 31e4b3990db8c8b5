import type { EntityManager } from 'typeorm';
import type { GuardName } from '@bindery/card-lifecycle';
import { err, ok, type Clock, type Result } from '@bindery/kernel';
import type { BindingErrorOf, ProofRejection } from '../lifecycle/lifecycle.errors';
import type { Obligations } from '../providers/connector';
import type { Money, ProviderProfile } from '../catalogue/provider-profile.rules';
import type { UnbindReason } from './unbind-reason.rules';
import {
  changesSince,
  decideConsequences,
  quotedObligations,
  type UnbindConsequences,
  type UnbindPlan,
} from './unbind-plan.rules';
import { lockBinding, type HeldBinding } from '../lifecycle/binding.repository';
import { findPlanByDigest } from './unbind.repository';
import type { Caller } from '../use-cases/caller';
import { prepareOperation } from '../lifecycle/operation.rules';
import { readCircumstances } from './read-unbind-facts';
import { sentOperation, toTransitionRefused } from '../lifecycle/refusals.rules';
import type { SentOperation } from '../use-cases/sent-operation';
import type { Steps } from '../lifecycle/transitions';
import type { UseProof } from '../proofs/use-proof';

export interface UnbindOrder {
  readonly caller: Caller;
  readonly bindingId: string;
  readonly planDigest: string;
  readonly reason: UnbindReason;
  readonly acceptedFee: Money | null;
  /** Token of a proof for UNBIND on this binding and this plan. */
  readonly proof: string;
  /** As the provider said a moment ago; null if it did not say, then what the plan quoted stands. */
  readonly obligations: Obligations | null;
}

/** The plan is not what would happen now; the caller quotes a new one once this transaction is gone. */
interface PlanChanged {
  readonly kind: 'PLAN_CHANGED';
  readonly changed: readonly string[];
}

type Refusal =
  | PlanChanged
  | BindingErrorOf<'NOT_FOUND' | 'UNBIND_BLOCKED' | 'FEE_NOT_ACCEPTED' | 'PROOF_REJECTED' | 'TRANSITION_REFUSED'>;

export type UnbindByPlan = (
  tx: EntityManager,
  order: UnbindOrder,
) => Promise<Result<{ bindingId: string; operation: SentOperation }, Refusal>>;

interface UnbindByPlanDeps {
  readonly steps: Steps;
  readonly useProof: UseProof;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly clock: Clock;
}

/** The part of an unbind inside its transaction: the binding is locked, and everything the plan said is looked at again. */
export function createUnbindByPlan({ steps, useProof, profiles, clock }: UnbindByPlanDeps): UnbindByPlan {
  return async (tx, order) => {
    const { caller, bindingId, planDigest, reason, acceptedFee } = order;
    const held = await lockBinding(tx, bindingId, caller.accountId);
    const profile = held && profiles.get(held.binding.provider);
    if (!held || !profile) return err({ kind: 'NOT_FOUND' });

    const now = clock.now();
    const plan = await findPlanByDigest(tx, planDigest);
    const today = decideConsequences(
      await readCircumstances(tx, held, profile, order.obligations ?? quotedObligations(plan)),
    );
    const changed = plan ? changesSince(plan, today, now) : ['OTHER_BINDING'];
    const used = await useProof(tx, order.proof, {
      action: 'UNBIND',
      subjectId: bindingId,
      accountId: caller.accountId,
      planDigest,
    });
    const facts = {
      accessCard: held.card.kind === 'ACCESS_CARD',
      planFresh: !changed.includes('EXPIRED'),
      planMatches: changed.every((what) => what === 'EXPIRED'),
      blockersCleared: today.blockers.length === 0,
      feeAccepted: covers(acceptedFee, today.fee),
      proofFresh: used.ok,
      proofUnused: used.ok,
      proofForThisPlan: used.ok,
      holderProof: used.ok,
    };
    const trigger = {
      type: 'RequestUnbind',
      actor: 'HOLDER',
      at: now.toISOString(),
      ...facts,
      operation: prepareOperation('UNBIND', profile, now),
    } as const;
    const extras = { planId: plan?.id ?? null, unbindReason: reason };
    const taken = await steps.take(tx, held, trigger, {
      channel: 'WALLET_APP',
      reason,
      planDigest,
      proofId: used.ok ? used.value.id : undefined,
      extras,
    });
    if (taken.ok) return ok({ bindingId, operation: sentOperation(taken.value.binding) });
    return err(
      refusalOf(taken.error.guard, held, { changed, today, rejection: used.ok ? undefined : used.error.reason }),
    );
  };
}

interface Found {
  readonly changed: readonly string[];
  readonly today: UnbindConsequences;
  readonly rejection: ProofRejection | undefined;
}

/** The machine names the first condition that failed; this says it to the holder. */
function refusalOf(
  guard: GuardName | undefined,
  { binding }: HeldBinding,
  { changed, today, rejection }: Found,
): Refusal {
  if (guard === 'planFresh' || guard === 'planMatches') return { kind: 'PLAN_CHANGED', changed };
  if (guard === 'blockersCleared') return { kind: 'UNBIND_BLOCKED', blockers: today.blockers };
  if (guard === 'feeAccepted' && today.fee) return { kind: 'FEE_NOT_ACCEPTED', fee: today.fee };
  if (guard !== undefined && rejection) return { kind: 'PROOF_REJECTED', reason: rejection };
  return toTransitionRefused(binding);
}

const covers = (accepted: Money | null, fee: UnbindPlan['fee']): boolean =>
  fee === null || (accepted !== null && accepted.currency === fee.currency && accepted.value >= fee.value);
