import type { Id } from '@bindery/kernel';
import type { Binding } from '../lifecycle/binding.rules';
import type { AskedTrigger } from '../lifecycle/ports/facts.rules';
import type { Activation, SentKind } from '../providers/connector.rules';
import { toKeyword } from './to-keyword.rules';

/** How an operation came out, once that is certain. ABSENT: the provider does not know the card any more. */
export type OperationOutcome =
  | { readonly is: 'CONFIRMED'; readonly credentialReference?: string }
  | { readonly is: 'REFUSED'; readonly cause: string; readonly stillThere?: boolean }
  | { readonly is: 'ABSENT' }
  | { readonly is: 'ACTIVATION_REQUIRED'; readonly activation?: Activation };

interface Operation {
  readonly id: Id<'operation'>;
  readonly kind: SentKind;
}

/** Whether it has a card put on, for the first time or again. */
export const putsOn = ({ kind }: Pick<Operation, 'kind'>): boolean => kind === 'BIND' || kind === 'RESTORE';

/** A card that somebody else reports lost ends so, in the words of any that its provider declines. */
export const declined = { is: 'REFUSED', cause: 'PROVIDER_DECLINED' } as const satisfies OperationOutcome;

/** The trigger that an outcome is; `activateBy` is when the provider's own step would have to be done. */
export function toTrigger(
  { id: operationId, kind: operationKind }: Operation,
  outcome: OperationOutcome,
  activateBy: Date,
): AskedTrigger {
  switch (outcome.is) {
    case 'CONFIRMED':
      return { type: 'ProviderConfirmed', actor: 'PROVIDER', operationId, operationKind };
    case 'REFUSED':
      return {
        type: 'ProviderRefused',
        actor: 'PROVIDER',
        operationId,
        operationKind,
        definitive: true,
        stillThere: outcome.stillThere,
        cause: toKeyword(outcome.cause),
      };
    case 'ABSENT':
      return { type: 'ProviderSaysAbsent', actor: 'PROVIDER', operationId };
    case 'ACTIVATION_REQUIRED':
      // The provider knows one id only, so the wait goes under that of the bind.
      return {
        type: 'ProviderWantsActivation',
        actor: 'PROVIDER',
        operationId,
        activation: { id: operationId, kind: 'ACTIVATE', deadline: activateBy.toISOString() },
        methods: ['PROVIDER'],
      };
  }
}

/** A confirmed bind without the name of what readers see is of no use: the provider is asked for it. */
export const lacksReference = (
  { kind }: Operation,
  outcome: OperationOutcome,
  { credentialReference }: Pick<Binding, 'credentialReference'>,
): boolean =>
  kind === 'BIND' &&
  outcome.is === 'CONFIRMED' &&
  outcome.credentialReference === undefined &&
  credentialReference === null;

/** The name of a credential that an outcome would have the binding go on under, where it is not under that name already; null if none. */
export function nameToTake(
  { kind }: Pick<Operation, 'kind'>,
  outcome: OperationOutcome,
  { credentialReference }: Pick<Binding, 'credentialReference'>,
): string | null {
  if (outcome.is !== 'CONFIRMED') return null;
  const name = outcome.credentialReference ?? credentialReference;
  // One that comes back has been off meanwhile: its name may be another's by now.
  return name === credentialReference && kind !== 'RESTORE' ? null : name;
}
