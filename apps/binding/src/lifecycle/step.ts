import type { Id } from '@bindery/kernel';
import type { BindingState, Transition, Trigger } from '@bindery/card-lifecycle';
import type { DataOf } from '@bindery/event-contracts';
import type { Binding } from './binding.rules';
import type { BindingFact, Channel } from './binding-change.rules';
import type { Card } from './card.rules';
import type { BindingExtras } from './next-binding.rules';

/** What a review is told that is asked for. */
export interface ReviewRequest {
  /** Any one of these is looked at; none: the request itself. */
  readonly documentTypes: readonly string[];
  readonly reviewers: number;
  readonly round: number;
}

/** What a step is told besides the trigger. */
export interface StepContext {
  readonly channel: Channel;
  /** Why, in a word of upper case, where a reason is given. */
  readonly reason?: string;
  /** Why a provider or reviewer said no. */
  readonly cause?: string;
  readonly extras?: BindingExtras;
  /** What is asked of whoever reviews it, where somebody has to. */
  readonly review?: ReviewRequest;
  /** What the issuer has changed of the card, for its event. */
  readonly update?: { readonly expiresOn: string | null; readonly reissued: boolean };
  /** As what a binding that begins will take the place of the one before it, e.g. REPLACEMENT. */
  readonly succession?: string;
  readonly planDigest?: string;
  readonly proofId?: Id<'proof'>;
}

/** A step as it was taken, for what follows from it. */
export interface Step extends StepContext {
  readonly card: Card;
  readonly before: BindingState | null;
  readonly binding: Binding;
  readonly transition: Transition;
  readonly trigger: Trigger;
  readonly fact: BindingFact;
  readonly at: Date;
}

/** What carrying out a step has brought to light, for its event. */
export type StepFindings = Pick<DataOf<'bindery.binding.unbound.v1'>, 'feeCharged'>;
