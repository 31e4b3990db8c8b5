import type { EntityManager } from 'typeorm';
import { openOperation, type Effect, type EffectType, type TriggerType } from '@bindery/card-lifecycle';
import { canPay } from './card.rules';
import type { Money } from '../catalogue/provider-profile.rules';
import type { BindingJobs } from '../operations/operations.jobs';
import { purgeToken } from './card.repository';
import type { OperationState } from '../operations/operation.entity';
import { closeOperationRow } from '../operations/operation.repository';
import { closeOverdueCase, openCase } from '../unbind/unbind.repository';
import type { Step } from './transitions';
import { heal, queryProvider, sendOperation } from '../operations/operation-effects';
import { chargeFee, issueReceipt, refundFee } from '../unbind/unbind-effects';
import type { Wallets } from '../default-card/settle-default-card';

/** What carrying out a step has brought to light, for its event. */
export interface StepFacts {
  readonly feeCharged?: Money;
}

export interface Effects {
  /** Does what the machine asks for besides saving the state, in the same transaction. */
  carryOut(tx: EntityManager, step: Step): Promise<StepFacts>;
}

interface EffectsDeps {
  readonly jobs: BindingJobs;
  readonly wallets: Wallets;
}

type Handlers = {
  readonly [Type in EffectType]: (
    tx: EntityManager,
    effect: Extract<Effect, { type: Type }>,
    step: Step,
  ) => Promise<StepFacts | void>;
};

/** Shown to the holder from the state itself, or read by others from the event. */
const nothingToWrite = async () => undefined;

export function createEffects({ jobs, wallets }: EffectsDeps): Effects {
  const settleWallet = async (tx: EntityManager, _effect: Effect, { binding, at }: Step) => {
    if (canPay(binding.kind)) await wallets.settle(tx, binding.accountId, at);
  };

  const handlers: Handlers = {
    ListRequirements: nothingToWrite,
    ListActivationMethods: nothingToWrite,
    ListRemedies: nothingToWrite,
    OfferRebind: nothingToWrite,
    AskWasThisYou: nothingToWrite,
    /** The row's deadline; its timer is set below, whatever gave the deadline. */
    ShowDeadline: nothingToWrite,
    /** Burned where it was checked; a refusal would have rolled it back. */
    UseUpProofs: nothingToWrite,
    /** The record of the step holds all of the state, and the wallet remembers the preferred card. */
    TakeSnapshot: nothingToWrite,
    /** Dates are part of the saved row. */
    StartRestoreWindow: nothingToWrite,
    MakeDefaultIfFirst: settleWallet,
    MoveDefaultAway: settleWallet,
    ReturnDefault: settleWallet,
    SendOperation: (tx, { operation }, step) => sendOperation(tx, jobs, operation, step),
    QueryProvider: (tx, { operation }, step) => queryProvider(tx, jobs, operation, step),
    ReapplyHolds: (tx, _effect, { binding }) => jobs.enqueue(tx, 'reapply-holds', { bindingId: binding.id }),
    HealDivergence: (tx, { how }, step) => heal(tx, jobs, how, step),
    RemoveAtProvider: (tx, _effect, { binding }) => jobs.enqueue(tx, 'remove-at-provider', { bindingId: binding.id }),
    ChargeFee: (tx, _effect, step) => chargeFee(tx, step),
    RefundFee: (tx, _effect, step) => refundFee(tx, step),
    IssueReceipt: (tx, _effect, step) => issueReceipt(tx, step),
    PurgeSecrets: (tx, _effect, { binding }) => purgeToken(tx, binding.cardId),
    OpenCase: (tx, { about }, { binding, at }) => openCase(tx, binding.id, about, at),
    HandOverToSuccessor: async () => {
      throw new Error('no use case replaces a binding by a successor');
    },
  };

  return {
    async carryOut(tx, step) {
      await closeAnswered(tx, step);
      await setTimer(tx, jobs, step);
      let facts: StepFacts = {};
      for (const effect of step.transition.effects) {
        const handle = handlers[effect.type] as (
          tx: EntityManager,
          effect: Effect,
          step: Step,
        ) => Promise<StepFacts | void>;
        facts = { ...facts, ...(await handle(tx, effect, step)) };
      }
      if (step.binding.state.phase === 'UNBOUND' && step.before?.phase !== 'UNBOUND')
        await wallets.forget(tx, step.card, step.at);
      return facts;
    },
  };
}

const answers: Partial<Record<TriggerType, Exclude<OperationState, 'OPEN'>>> = {
  ProviderConfirmed: 'CONFIRMED',
  ProviderSaysAbsent: 'CONFIRMED',
  ProviderRefused: 'REFUSED',
};

/** The operation that was open before the step and is not any more has been answered, or given up for another. */
async function closeAnswered(tx: EntityManager, { before, binding, trigger, cause, at }: Step): Promise<void> {
  const was = before && openOperation(before.sync);
  if (!was || was.id === openOperation(binding.state.sync)?.id) return;
  await closeOperationRow(tx, was.id, answers[trigger.type] ?? 'SUPERSEDED', at, cause ?? null);
  await closeOverdueCase(tx, binding.id, at);
}

/** A new phase with a deadline lapses at it, unless something happens before. */
async function setTimer(tx: EntityManager, jobs: BindingJobs, { before, binding }: Step): Promise<void> {
  if (before?.phase === binding.state.phase || !binding.deadline) return;
  await jobs.enqueue(
    tx,
    'lapse-binding',
    { bindingId: binding.id },
    { jobKey: `lapse ${binding.id}`, runAt: binding.deadline },
  );
}
