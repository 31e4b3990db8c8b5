import type { Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { EntityManager } from 'typeorm';
import type { ProviderProfile } from '../catalogue';
import { findBinding, hasLiveTwin, listUsableAt, type Binding } from '../lifecycle';
import { hasBeenSeenOff, isTakenFrom, listOpenActs } from '../operations';
import type { Connectors, Obligations } from '../providers';
import { readStanding } from '../standing';
import { askObligations, whyNoMove, type UnbindBlocker } from '../unbind-plan';
import { offersOf, type ObligationOffer } from './obligation-offers.rules';

/** What hangs on a card, and what can be done about it now. */
export interface BindingObligations {
  readonly obligations: Obligations;
  readonly offers: readonly ObligationOffer[];
  /** Why its mandates cannot move to another card; null where they can, or nothing can be done here. */
  readonly noMove: UnbindBlocker['noMove'] | null;
}

/** Null where there is no such binding, or its provider does not say now. */
export type ReadObligations = (bindingId: Id<'binding'>) => Promise<BindingObligations | null>;

interface ReadObligationsDeps {
  readonly unitOfWork: UnitOfWork;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly connectors: Connectors;
}

const none: Obligations = { balance: null, pending: [], mandates: [] };

/** A binding, and by what name its provider is asked for what hangs on it. */
interface Asked {
  readonly binding: Binding;
  /** Null where nothing does: it is not bound, or its place was taken and it is off. */
  readonly credentialReference: string | null;
}

/** Null where there is no such binding. A replaced card is asked about as long as it is at its provider, unless the one that took its place has the same name. */
export async function findAsked(
  tx: EntityManager,
  bindingId: Id<'binding'>,
  accountId?: Id<'account'>,
): Promise<Asked | null> {
  const found = await findBinding(tx, bindingId, accountId);
  if (!found) return null;
  const { binding } = found;
  const isOff =
    !isTakenFrom(binding) ||
    (binding.state.phase === 'REPLACED' && ((await hasBeenSeenOff(tx, bindingId)) || (await hasLiveTwin(tx, binding))));
  return { binding, credentialReference: isOff ? null : binding.credentialReference };
}

/** What its provider says; null if it does not. A network call: never inside a transaction. */
export const askOf = (
  connectors: Connectors,
  profile: ProviderProfile,
  { credentialReference }: Asked,
): Promise<Obligations | null> =>
  credentialReference === null ? Promise.resolve(none) : askObligations(connectors, profile, credentialReference);

/** What can be done about these now, as far as we know it, and why not more. */
export async function readOffers(
  tx: EntityManager,
  binding: Binding,
  { obligationActs: offered, name: provider }: ProviderProfile,
  obligations: Obligations,
): Promise<Pick<BindingObligations, 'offers' | 'noMove'>> {
  const targets = (await listUsableAt(tx, binding)).map(({ bindingId }) => bindingId).filter((id) => id !== binding.id);
  const underWay = (await listOpenActs(tx, binding.id)).map(({ obligationId }) => obligationId);
  const standing = await readStanding(tx, binding);
  const why = whyNoMove({ binding, offered, hasTarget: targets.length > 0, standing });
  return {
    offers: offersOf({ binding, obligations, offered, targets, underWay, standing }),
    noMove: why && { why, provider },
  };
}

export function createReadObligations({ unitOfWork, profiles, connectors }: ReadObligationsDeps): ReadObligations {
  return async (bindingId) => {
    const found = await unitOfWork.run((tx) => findAsked(tx, bindingId));
    const profile = found && profiles.get(found.binding.provider);
    if (!found || !profile) return null;
    const obligations = await askOf(connectors, profile, found);
    if (!obligations) return null;
    return { obligations, ...(await unitOfWork.run((tx) => readOffers(tx, found.binding, profile, obligations))) };
  };
}
