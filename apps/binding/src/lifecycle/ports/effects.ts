import type { EntityManager } from 'typeorm';
import type { Effect, EffectType } from '@bindery/card-lifecycle';
import { firstRepeated } from '@bindery/kernel';
import type { Step, StepFindings } from '../step';

/** Does what one effect asks for, in the transaction of its step. */
export type EffectHandler<Type extends EffectType> = (
  tx: EntityManager,
  effect: Extract<Effect, { type: Type }>,
  step: Step,
) => Promise<StepFindings | void>;

/** What one feature contributes to each step: `satisfies EffectPart`, so that the types it handles stay known. */
export interface EffectPart {
  readonly handlers?: { readonly [Type in EffectType]?: EffectHandler<Type> };
  /** Called at every step, before its effects and after them. */
  readonly before?: (tx: EntityManager, step: Step) => Promise<void>;
  readonly after?: (tx: EntityManager, step: Step) => Promise<void>;
}

export interface Effects {
  /** Does what the machine asks for besides saving the state, in the same transaction. */
  carryOut(tx: EntityManager, step: Step): Promise<StepFindings>;
}

type Handled<Parts extends readonly EffectPart[]> = {
  [Index in keyof Parts]: Parts[Index] extends { readonly handlers: infer Handlers } ? keyof Handlers : never;
}[number];

/** Names what no part handles, in the message of the compiler. */
type Complete<Parts extends readonly EffectPart[]> = [EffectType] extends [Handled<Parts>]
  ? unknown
  : { readonly nobodyCarriesOut: Exclude<EffectType, Handled<Parts>> };

const effectTypes = Object.keys({
  ListRequirements: true,
  UseUpProofs: true,
  SendOperation: true,
  QueryProvider: true,
  ShowDeadline: true,
  ListActivationMethods: true,
  ListRemedies: true,
  OfferRebind: true,
  MakeDefaultIfFirst: true,
  MoveDefaultAway: true,
  ReturnDefault: true,
  TakeSnapshot: true,
  StartRestoreWindow: true,
  ChargeFee: true,
  RefundFee: true,
  IssueReceipt: true,
  AskWasThisYou: true,
  RemoveAtProvider: true,
  ReapplyHolds: true,
  HandOverToSuccessor: true,
  PurgeSecrets: true,
  HealDivergence: true,
  OpenCase: true,
} satisfies Record<EffectType, true>);

type AnyHandler = (tx: EntityManager, effect: Effect, step: Step) => Promise<StepFindings | void>;

/**
 * The effects of the machine, each carried out by the one feature that registered for it. One that nobody carries out
 * does not compile; that, and one that two features carry out, is an error of the composition.
 */
export function mergeEffects<const Parts extends readonly EffectPart[]>(parts: Parts & Complete<Parts>): Effects {
  const handlers = mergeHandlers(parts);
  return {
    async carryOut(tx, step) {
      for (const { before } of parts) await before?.(tx, step);
      let findings: StepFindings = {};
      for (const effect of step.transition.effects)
        findings = { ...findings, ...(await handlers.get(effect.type)?.(tx, effect, step)) };
      for (const { after } of parts) await after?.(tx, step);
      return findings;
    },
  };
}

function mergeHandlers(parts: readonly EffectPart[]): ReadonlyMap<string, AnyHandler> {
  const all = parts.flatMap(({ handlers = {} }) => Object.entries(handlers) as [string, AnyHandler][]);
  const twice = firstRepeated(all.map(([type]) => type));
  if (twice) throw new Error(`two features carry out the effect ${twice}`);
  const merged = new Map(all);
  const missing = effectTypes.filter((type) => !merged.has(type));
  if (missing.length > 0) throw new Error(`no feature carries out ${missing.join(', ')}`);
  return merged;
}
