import {
  hasOwnHolds,
  openOperation,
  type BindingState,
  type OperationKind,
  type Phase,
  type Trigger,
} from '@bindery/card-lifecycle';
import type { Id } from '@bindery/kernel';
import type { ProviderProfile } from '../../catalogue/provider-profile.rules';
import type { Binding } from '../../lifecycle/binding.rules';
import type { AskedTrigger } from '../../lifecycle/ports/facts.rules';
import type { CredentialStatus } from '../../providers/connector.rules';

/** How a credential stood at its provider when it was last looked at, and when it is looked at next. */
export interface ProviderView {
  readonly bindingId: Id<'binding'>;
  readonly observed: CredentialStatus | null;
  readonly observedAt: Date | null;
  readonly nextCompareAt: Date;
  /** When it was looked at last, in vain or not; null where it never was since it is noted. */
  readonly lookedAt: Date | null;
  /** How often in vain since the provider said how it stands. */
  readonly lookedInVain: number;
}

/** How often more a provider is compared with that tells nothing of what was taken off there: four times. */
const untoldTimes = 4;

/** Milliseconds until a credential is looked at again: what nobody tells of a removal has to be found. */
export const compareAfterMs = (
  profile: Pick<ProviderProfile, 'signalsRemoval'> | undefined,
  intervalMs: number,
): number => (profile?.signalsRemoval === false ? intervalMs / untoldTimes : intervalMs);

/** Phases in which the card must not be at the provider any more. */
const offPhases: readonly Phase[] = ['UNBOUND', 'RETIRED', 'REPLACED', 'DECLINED'];

/** How we want a card to stand at its provider; null while that is being changed, or is not ours to say yet. */
export function desiredView(state: BindingState, suspendsNatively: boolean): CredentialStatus | null {
  if (offPhases.includes(state.phase) || state.phase === 'UNBINDING') return 'ABSENT';
  if (state.phase === 'RESTORING') return 'ACTIVE';
  if (state.phase !== 'BOUND') return null;
  return suspendsNatively && hasOwnHolds(state.holds) ? 'SUSPENDED' : 'ACTIVE';
}

/** How a credential stands at its provider by what it was just asked and confirmed, or told of; null where that says nothing. */
export function confirmedStatus(trigger: Trigger): CredentialStatus | null {
  switch (trigger.type) {
    case 'ProviderConfirmed':
      return statusAfter[trigger.operationKind];
    case 'ProviderSaysAbsent':
    case 'RemovedElsewhere':
      return 'ABSENT';
    default:
      return null;
  }
}

const statusAfter = {
  BIND: 'ACTIVE',
  ACTIVATE: 'ACTIVE',
  RESTORE: 'ACTIVE',
  RESUME: 'ACTIVE',
  SUSPEND: 'SUSPENDED',
  UNBIND: 'ABSENT',
} as const satisfies Record<OperationKind, CredentialStatus>;

/** How it is shown that a credential stands: one that its provider holds itself cannot be used there, whatever we asked for. */
export const shownStatus = (state: BindingState, observed: CredentialStatus | null): CredentialStatus | null =>
  observed === 'ACTIVE' && state.phase === 'BOUND' && isHeldByProvider(state) ? 'SUSPENDED' : observed;

/** Whether a provider's list leaves nothing to ask. What is under way is looked after by its operation. */
export function agrees(state: BindingState, observed: CredentialStatus, suspendsNatively: boolean): boolean {
  if (openOperation(state.sync)) return true;
  const desired = desiredView(state, suspendsNatively);
  return desired === null || (desired === observed && state.sync.state === 'IN_SYNC');
}

/** A card that was taken off and is at the provider all the same (again, by a later sync of theirs): it is taken off once more. */
export const hasComeBack = ({ phase, sync }: BindingState, observed: CredentialStatus): boolean =>
  observed !== 'ABSENT' && offPhases.includes(phase) && !openOperation(sync);

/** The one reason of a hold that a provider, an issuer or the administrator of a site, lays by itself. */
export const suspendedByProvider = 'SUSPENDED_BY_PROVIDER';

/** Whether a list leaves nothing to ask about a hold of the provider's own; one that does not tell of holds leaves nothing. */
export const agreesOnHold = (state: BindingState, heldByProvider: boolean | undefined): boolean =>
  heldByProvider === undefined || state.phase !== 'BOUND' || isHeldByProvider(state) === heldByProvider;

const isHeldByProvider = ({ holds }: BindingState): boolean =>
  holds.some(({ owner, reason }) => owner === 'PROVIDER' && reason === suspendedByProvider);

/** Whether a step says what the provider did to a card by itself: taken it off, blocked it, freed it, sent it anew. */
export function isDoneByProvider(trigger: Trigger): boolean {
  switch (trigger.type) {
    case 'RemovedElsewhere':
    case 'CardUpdated':
      return true;
    case 'AddHold':
      return trigger.hold.owner === 'PROVIDER';
    case 'LiftHold':
      return trigger.owner === 'PROVIDER';
    default:
      return false;
  }
}

/** Whether the provider is asked at once how the other bindings of a card stand: they were met, too, where it does things to whole cards. */
export const asksAboutOthers = (
  trigger: Trigger,
  profile: Pick<ProviderProfile, 'cascadesToBindings'> | undefined,
): boolean => profile?.cascadesToBindings === true && isDoneByProvider(trigger);

/** Takes over that the provider suspends a card itself, or does no longer. Only such a hold is lifted: others of the provider are not about this. */
export function decideHold(
  { state }: Pick<Binding, 'state'>,
  heldByProvider: boolean,
  now: Date,
): AskedTrigger | undefined {
  const isHeld = isHeldByProvider(state);
  if (state.phase !== 'BOUND' || isHeld === heldByProvider) return undefined;
  const hold = { owner: 'PROVIDER', reason: suspendedByProvider } as const;
  return heldByProvider
    ? { type: 'AddHold', actor: 'PROVIDER', hold: { ...hold, since: now.toISOString() } }
    : { type: 'LiftHold', actor: 'PROVIDER', ...hold };
}

/** What the provider's view makes of a binding; undefined if nothing. */
export function decideTrigger(
  { state }: Pick<Binding, 'state'>,
  observed: CredentialStatus,
  suspendsNatively: boolean,
): AskedTrigger | undefined {
  const open = openOperation(state.sync);
  if (observed === 'ABSENT') {
    if (state.phase === 'UNBINDING' && open)
      return { type: 'ProviderSaysAbsent', actor: 'PROVIDER', operationId: open.id };
    return state.phase === 'BOUND' || state.phase === 'AWAITING_ACTIVATION'
      ? { type: 'RemovedElsewhere', actor: 'PROVIDER', confirmedByQuery: true }
      : undefined;
  }
  if (state.phase !== 'BOUND' || open) return undefined;
  const desired = desiredView(state, suspendsNatively) ?? observed;
  const changed = { type: 'SyncChanged', actor: 'SYSTEM', queried: true, overdue: false } as const;
  if (observed === desired)
    return state.sync.state === 'IN_SYNC' ? undefined : { ...changed, sync: { state: 'IN_SYNC' } };
  const known = state.sync.state === 'DIVERGED' && state.sync.desired === desired && state.sync.observed === observed;
  return known ? undefined : { ...changed, sync: { state: 'DIVERGED', desired, observed } };
}
