import type { GuardName } from './guards';
import type { Phase } from './phases';
import type { TriggerType } from './triggers/trigger';

interface RefusalContext {
  /** Null: there is no binding yet. */
  readonly phase: Phase | null;
  readonly trigger: TriggerType;
  /** What this actor could do here instead. */
  readonly possible: readonly TriggerType[];
}

/** Why a trigger changes nothing. Never silence: it names the state and what is possible. */
export type Refusal = RefusalContext &
  (
    | {
        readonly kind:
          | 'TERMINAL'
          | 'NOT_POSSIBLE_IN_PHASE'
          | 'NOT_ALLOWED_FOR_ACTOR'
          /** Late, repeated, or about an operation that is no longer the open one: acknowledge and forget it. */
          | 'STALE_PROVIDER_MESSAGE'
          | 'NOT_HOLD_OWNER';
        readonly guard?: undefined;
      }
    | { readonly kind: 'GUARD_FAILED'; readonly guard: GuardName }
  );
