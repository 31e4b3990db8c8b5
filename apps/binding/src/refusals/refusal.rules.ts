import { isSameHold, openOperation, type Hold, type OperationKind, type Phase } from '@bindery/card-lifecycle';
import type { Remedy } from '@bindery/kernel';
import { isLapse } from '@bindery/localisation';
import type { Binding } from '../lifecycle/binding.rules';
import { isLostHold } from '../lost/lost-hold.rules';
import type { Offers } from '../next-steps/offers.rules';

/** A request that the provider has refused. */
export interface Refusal {
  readonly operation: OperationKind;
  /** Why, a word of an open list, e.g. PROVIDER_DECLINED. */
  readonly cause: string;
  readonly at: Date;
}

/** How the last request of a kind ended; REFUSED with its cause. */
export interface EndedOperation {
  readonly kind: Exclude<OperationKind, 'ACTIVATE'>;
  readonly state: string;
  readonly createdAt: Date;
  readonly settledAt: Date | null;
  readonly cause: string | null;
}

/** What a refused request of each kind leaves the binding in, so that it is still the news. */
const leftIn: Readonly<Record<EndedOperation['kind'], readonly Phase[]>> = {
  BIND: ['DECLINED'],
  SUSPEND: ['BOUND'],
  RESUME: ['BOUND'],
  UNBIND: ['BOUND', 'AWAITING_ACTIVATION'],
  RESTORE: ['UNBOUND', 'RETIRED'],
};

/** The refusal that stands: of what was asked last, while nothing else is under way. */
export function standingRefusal({ state }: Pick<Binding, 'state'>, asked: readonly EndedOperation[]): Refusal | null {
  if (openOperation(state.sync)) return null;
  // What is asked of a provider about a binding that is over is nothing of its holder's.
  const holders = asked.filter(({ kind }) => state.phase !== 'DECLINED' || kind === 'BIND');
  const [last] = [...holders].sort((one, other) => Number(other.createdAt) - Number(one.createdAt));
  if (last?.state !== 'REFUSED' || !last.settledAt || !leftIn[last.kind].includes(state.phase)) return null;
  const { kind: operation, cause, settledAt: at } = last;
  // A bind that was not finished in time nobody has refused.
  if (operation === 'BIND' && isLapse(cause ?? '')) return null;
  return { operation, cause: cause ?? 'PROVIDER_DECLINED', at };
}

/** Causes by which the same would only be refused again. */
const final: ReadonlySet<string> = new Set([
  'TOKEN_UNKNOWN',
  'CREDENTIAL_UNKNOWN',
  'RESTORE_NOT_OFFERED',
  'RESTORE_WINDOW_OVER',
  'SUSPEND_NOT_OFFERED',
]);

/** What is lost is not resumed, it is found, by a proof, and then resumed; what is not theirs to lift, or is not held any more, neither. */
function askedAgain(operation: OperationKind, holds: readonly Hold[], found: Offers['found']): readonly Remedy[] {
  if (operation !== 'RESUME') return [{ code: 'TryAgain' }];
  if (holds.some((hold) => isLostHold(hold) && !found.some((key) => isSameHold(key, hold))))
    return [{ code: 'ReportFound' }];
  return found.length > 0 || holds.some(({ owner }) => owner === 'HOLDER') ? [{ code: 'TryAgain' }] : [];
}

/** What its holder can do about it now. */
export function refusalRemedies(
  { operation, cause }: Refusal,
  { restore, rebind, found }: Offers,
  holds: readonly Hold[] = [],
): readonly Remedy[] {
  const ask: readonly Remedy[] = [{ code: 'ContactProvider' }, { code: 'ContactSupport' }];
  if (operation === 'BIND') return [...(rebind ? [{ code: 'Rebind' } as const] : []), { code: 'UseOtherCard' }, ...ask];
  const retry =
    final.has(cause) || (operation === 'RESTORE' && restore === null) ? [] : askedAgain(operation, holds, found);
  if (operation !== 'RESTORE') return [...(operation === 'SUSPEND' ? [] : retry), ...ask];
  return [...retry, ...(rebind ? [{ code: 'Rebind' } as const] : []), ...ask];
}
