import type { EntityManager } from 'typeorm';
import {
  transition,
  type Actor,
  type BindingState,
  type Refusal,
  type Transition,
  type Trigger,
} from '@bindery/card-lifecycle';
import { err, newId, ok, type Clock, type Result } from '@bindery/kernel';
import type { Outbox } from '@bindery/messaging';
import { factOf, type BindingFact, type Channel } from './binding-change.rules';
import type { Binding } from './binding.rules';
import type { Card } from './card.rules';
import { nextBinding, type BindingExtras } from './next-binding.rules';
import type { ProviderProfile } from '../catalogue/provider-profile.rules';
import { BindingChangeRow } from './binding-change.entity';
import { insertBinding, saveStep, type HeldBinding } from './binding.repository';
import { toBindingEvent } from './binding-event';
import type { Effects } from './effects';

/** What a step is told besides the trigger. */
interface StepContext {
  readonly channel: Channel;
  /** Why, in a word of upper case, where a reason is given. */
  readonly reason?: string;
  /** Why a provider or reviewer said no. */
  readonly cause?: string;
  readonly extras?: BindingExtras;
  readonly planDigest?: string;
  readonly proofId?: string;
}

/** A step as it was taken, for what follows from it. */
export interface Step extends StepContext {
  readonly card: Card;
  readonly profile: ProviderProfile;
  readonly before: BindingState | null;
  readonly binding: Binding;
  readonly transition: Transition;
  readonly trigger: Trigger;
  readonly fact: BindingFact;
  readonly at: Date;
}

export interface Steps {
  /** Saves a new binding with the first step of its life. */
  begin(
    tx: EntityManager,
    draft: Omit<Binding, 'state' | 'version'>,
    card: Card,
    trigger: Trigger,
    context: StepContext,
  ): Promise<Result<HeldBinding, Refusal>>;
  /** Takes one step of a locked binding: decides, then saves row, record, event and jobs. A refusal writes nothing. */
  take(
    tx: EntityManager,
    held: HeldBinding,
    trigger: Trigger,
    context: StepContext,
  ): Promise<Result<HeldBinding, Refusal>>;
}

interface StepsDeps {
  readonly outbox: Outbox;
  readonly effects: Effects;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly clock: Clock;
}

/** The one way by which a binding changes: a step of the card machine, one record, one event (invariant 12). */
export function createSteps({ outbox, effects, profiles, clock }: StepsDeps): Steps {
  async function follow(tx: EntityManager, whole: Step): Promise<HeldBinding> {
    const facts = await effects.carryOut(tx, whole);
    await outbox.append(tx, toBindingEvent(whole, facts));
    return { binding: whole.binding, card: whole.card };
  }

  function profileOf({ provider }: { provider: string }): ProviderProfile {
    const profile = profiles.get(provider);
    if (!profile) throw new Error(`provider ${provider} has cards but is not in the catalogue`);
    return profile;
  }

  return {
    async begin(tx, draft, card, trigger, context) {
      const decided = transition(null, trigger);
      if (!decided.ok) return decided;
      const binding: Binding = { ...draft, state: decided.value.to, version: 1 };
      await insertBinding(tx, binding);
      const step = toStep({
        ...context,
        card,
        profile: profileOf(draft),
        before: null,
        binding,
        transition: decided.value,
        trigger,
        at: clock.now(),
      });
      await tx.insert(BindingChangeRow, toChangeRow(step));
      return ok(await follow(tx, step));
    },

    async take(tx, { binding, card }, trigger, context) {
      const decided = transition(binding.state, trigger);
      if (!decided.ok) return err(decided.error);
      // What changes nothing (a hold that is there already) is no step: no version, no event.
      if (decided.value.to === binding.state) return ok({ binding, card });
      const profile = profileOf(binding);
      const at = clock.now();
      const after = nextBinding(binding, decided.value, profile, at, context.extras);
      const step = toStep({
        ...context,
        card,
        profile,
        before: binding.state,
        binding: after,
        transition: decided.value,
        trigger,
        at,
      });
      await saveStep(tx, after, toChangeRow(step));
      return ok(await follow(tx, step));
    },
  };
}

const toStep = (step: Omit<Step, 'fact'>): Step => ({
  ...step,
  fact: factOf({ trigger: step.trigger.type, from: step.before, to: step.binding.state }),
});

function toChangeRow({
  binding,
  before,
  trigger,
  channel,
  fact,
  reason,
  cause,
  at,
}: Step): Omit<BindingChangeRow, 'position'> {
  const { phase, holds, sync } = binding.state;
  const actor: Actor = trigger.actor;
  return {
    id: newId('change', at.getTime()),
    bindingId: binding.id,
    version: binding.version,
    cardId: binding.cardId,
    at,
    actor,
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
