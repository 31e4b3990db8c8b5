import type { EntityManager } from 'typeorm';
import type { GuardName } from '@bindery/card-lifecycle';
import { err, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import type { Viewer } from '@bindery/trust';
import type { Money } from '@bindery/values';
import type { ProviderProfile } from '../catalogue';
import {
  lockBinding,
  prepareOperation,
  summariseOperation,
  type OperationSummary,
  type Transitions,
} from '../lifecycle';
import type { ProofRejection, UseProof } from '../proofs';
import { cardKindOf } from '../providers';
import {
  changesSince,
  decideConsequences,
  findPlanByDigest,
  quotedObligations,
  quotedReaders,
  type PlanChange,
  type ProviderSays,
  type ReadUnbindFacts,
  type UnbindConsequences,
} from '../unbind-plan';
import type { UnbindByPlanError } from './unbind.errors';
import type { UnbindReason } from './unbind-reason.rules';

export interface UnbindOrder {
  readonly viewer: Viewer;
  readonly bindingId: Id<'binding'>;
  readonly planDigest: string;
  readonly reason: UnbindReason;
  readonly acceptedFee: Money | null;
  /** Token of a proof for UNBIND on this binding and this plan. */
  readonly proof: string;
  /** As the provider said a moment ago; of what it did not say, what the plan quoted stands. */
  readonly says: ProviderSays;
}

export type UnbindByPlan = (
  tx: EntityManager,
  order: UnbindOrder,
) => Promise<Result<{ bindingId: Id<'binding'>; operation: OperationSummary }, UnbindByPlanError>>;

interface UnbindByPlanDeps {
  readonly transitions: Transitions;
  readonly useProof: UseProof;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly readUnbindFacts: ReadUnbindFacts;
  readonly clock: Clock;
}

/** The part of an unbind inside its transaction: the binding is locked, and everything the plan said is looked at again. */
export function createUnbindByPlan({
  transitions,
  useProof,
  profiles,
  readUnbindFacts,
  clock,
}: UnbindByPlanDeps): UnbindByPlan {
  return async (tx, order) => {
    const { viewer, bindingId, planDigest, reason } = order;
    const { accountId } = viewer;
    const locked = await lockBinding(tx, bindingId, accountId);
    const profile = locked && profiles.get(locked.binding.provider);
    if (!locked || !profile) return err({ kind: 'NOT_FOUND' });

    const now = clock.now();
    const plan = await findPlanByDigest(tx, planDigest);
    const says = {
      obligations: order.says.obligations ?? quotedObligations(plan),
      readers: order.says.readers ?? quotedReaders(plan),
    };
    const today = decideConsequences(await readUnbindFacts(tx, locked, profile, says));
    const changed: readonly PlanChange[] = plan ? changesSince(plan, today, now) : ['OTHER_BINDING'];
    const { factors } = profile.requirements.UNBIND;
    const wanted = { action: 'UNBIND', subjectId: bindingId, accountId, planDigest, factors } as const;
    const used = await useProof(tx, order.proof, wanted);
    const trigger = {
      type: 'RequestUnbind',
      actor: 'HOLDER',
      at: now.toISOString(),
      opensDoors: cardKindOf(locked.card.kind).opensDoors,
      planFresh: !changed.includes('EXPIRED'),
      planMatches: changed.every((what) => what === 'EXPIRED'),
      blockersCleared: today.blockers.length === 0,
      feeAccepted: covers(order.acceptedFee, today.fee),
      proofFresh: used.ok,
      proofUnused: used.ok,
      proofForThisPlan: used.ok,
      holderProof: used.ok,
      operation: prepareOperation('UNBIND', profile, now),
    } as const;
    const taken = await transitions.take(tx, locked, trigger, {
      channel: 'WALLET_APP',
      reason,
      planDigest,
      proofId: used.ok ? used.value.id : undefined,
      extras: { planId: plan?.id ?? null, unbindReason: reason },
    });
    if (taken.ok) return ok({ bindingId, operation: summariseOperation(taken.value.binding) });
    const rejection = used.ok ? undefined : used.error.reason;
    const { acceptedFee: accepted } = order;
    const refusal = refusalOf(taken.error.guard, { changed, today, accepted, rejection });
    return err(refusal ?? (await transitions.refuse(tx, locked.binding)));
  };
}

interface Found {
  readonly changed: readonly PlanChange[];
  readonly today: UnbindConsequences;
  readonly accepted: Money | null;
  readonly rejection: ProofRejection | undefined;
}

/** The machine names the first condition that failed; this says it to the holder. Null when the phase allows none of it. */
function refusalOf(
  guard: GuardName | undefined,
  { changed, today, accepted, rejection }: Found,
): UnbindByPlanError | null {
  if (guard === 'planFresh' || guard === 'planMatches') return { kind: 'PLAN_CHANGED', changed };
  if (guard === 'blockersCleared')
    return { kind: 'UNBIND_BLOCKED', bindingId: today.bindingId, blockers: today.blockers };
  if (guard === 'feeAccepted' && today.fee) return { kind: 'FEE_NOT_ACCEPTED', fee: today.fee, accepted };
  if (guard !== undefined && rejection) return { kind: 'PROOF_REJECTED', reason: rejection };
  return null;
}

const covers = (accepted: Money | null, fee: Money | null): boolean =>
  fee === null || (accepted !== null && accepted.currency === fee.currency && accepted.value >= fee.value);
