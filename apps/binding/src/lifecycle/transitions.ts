import type { EntityManager } from 'typeorm';
import { transition, type Refusal } from '@bindery/card-lifecycle';
import { err, newId, ok, type Clock, type Result } from '@bindery/kernel';
import type { InBothLanguages } from '@bindery/localisation';
import type { Outbox } from '@bindery/messaging';
import { factOf } from './binding-change.rules';
import { toBindingEvent } from './binding-event';
import { insertBinding, insertChange, saveStep, type LockedBinding, type NewChange } from './binding.repository';
import type { Binding } from './binding.rules';
import type { Card } from './card.rules';
import type { CredentialDigests } from './credentials/credential-digest.rules';
import type { Effects } from './ports/effects';
import { aboutBinding, type FactBook } from './ports/facts';
import type { AskedTrigger } from './ports/facts.rules';
import { nextBinding, type ProviderPolicy } from './next-binding.rules';
import { createRefuseTransition, type RefuseTransition, type RefuseTransitionDeps } from './refuse-transition';
import type { Step, StepContext } from './step';

export interface Transitions {
  /** Saves a new binding with the first step of its life. */
  begin(
    tx: EntityManager,
    draft: Omit<Binding, 'state' | 'version'>,
    card: Card,
    trigger: AskedTrigger,
    context: StepContext,
  ): Promise<Result<LockedBinding, Refusal>>;
  /** Takes one step of a locked binding: decides, then saves row, record, event and jobs. A refusal writes nothing. */
  take(
    tx: EntityManager,
    locked: LockedBinding,
    trigger: AskedTrigger,
    context: StepContext,
  ): Promise<Result<LockedBinding, Refusal>>;
  readonly refuse: RefuseTransition;
}

export interface TransitionsDeps {
  readonly outbox: Outbox;
  readonly effects: Effects;
  readonly facts: FactBook;
  readonly hasRoom: RefuseTransitionDeps['hasRoom'];
  /** Of a provider that has cards; throws when it is not in the catalogue. */
  readonly policyOf: (provider: string) => ProviderPolicy;
  /** What people call a kind of card. */
  readonly nameKind: (kind: string) => InBothLanguages;
  /** What is kept of the name of a credential when it is purged. */
  readonly digests: Pick<CredentialDigests, 'keep'>;
  readonly clock: Clock;
}

/** The one way by which a binding changes: a step of the card machine, one record, one event (invariant 12). */
export function createTransitions({
  outbox,
  effects,
  facts,
  hasRoom,
  policyOf,
  nameKind,
  digests,
  clock,
}: TransitionsDeps): Transitions {
  async function follow(tx: EntityManager, step: Step): Promise<void> {
    const findings = await effects.carryOut(tx, step);
    const { provider, kind } = step.binding;
    const names = { providerName: policyOf(provider).name, kindName: nameKind(kind) };
    await outbox.append(tx, toBindingEvent(step, findings, names));
  }

  return {
    refuse: createRefuseTransition({ facts, hasRoom, policyOf, clock }),

    async begin(tx, draft, card, asked, context) {
      const { accountId, consentId } = draft;
      const trigger = await facts.complete(tx, asked, { accountId, binding: null, slot: draft, consentId });
      const decided = transition(null, trigger);
      if (!decided.ok) return decided;
      const binding: Binding = { ...draft, state: decided.value.to, version: 1 };
      const locked = await insertBinding(tx, { binding, card });
      const step = toStep({
        ...context,
        card,
        before: null,
        binding,
        transition: decided.value,
        trigger,
        at: clock.now(),
      });
      await insertChange(tx, toChange(step));
      await follow(tx, step);
      return ok(locked);
    },

    async take(tx, locked, asked, context) {
      const { binding, card } = locked;
      const trigger = await facts.complete(tx, asked, aboutBinding(binding));
      const decided = transition(binding.state, trigger);
      if (!decided.ok) return err(decided.error);
      // What changes nothing (a hold that is there already) is no step: no version, no event.
      if (decided.value.to === binding.state) return ok(locked);
      const policy = policyOf(binding.provider);
      const at = clock.now();
      const after = nextBinding(binding, decided.value, policy, at, digests, context.extras);
      const step = toStep({
        ...context,
        card,
        before: binding.state,
        binding: after,
        transition: decided.value,
        trigger,
        at,
      });
      const saved = await saveStep(tx, locked, after, toChange(step));
      await follow(tx, step);
      return ok(saved);
    },
  };
}

const toStep = (step: Omit<Step, 'fact'>): Step => ({
  ...step,
  fact: factOf({ trigger: step.trigger.type, from: step.before, to: step.binding.state, cause: step.cause }),
});

function toChange({ binding, before, trigger, channel, fact, reason, cause, at }: Step): NewChange {
  const { phase, holds, sync } = binding.state;
  return {
    id: newId('change', at.getTime()),
    bindingId: binding.id,
    version: binding.version,
    cardId: binding.cardId,
    at,
    actor: trigger.actor,
    channel,
    trigger: trigger.type,
    fact,
    reason: reason ?? cause ?? null,
    fromPhase: before?.phase ?? null,
    toPhase: phase,
    holds: [...holds],
    sync,
  };
}
