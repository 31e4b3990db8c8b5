import type { Clock, Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { Connectors } from '../../providers';
import type { ProviderProfile } from '../../catalogue';
import { findBinding, lockBinding, type Transitions } from '../../lifecycle';
import { compareAfterMs, decideHold } from './compare-with-provider.rules';
import { findWatchedName, saveLookedInVain } from './provider-view.repository';
import type { TakeView } from './take-view';

/**
 * Asks the provider how a credential stands and takes over what is terminal or agrees; a difference is named, and then
 * healed or made a case (requirements 20 and 21). Throws when the provider does not answer: the job comes again, so that no suspicion is lost.
 */
export type CompareWithProvider = (bindingId: Id<'binding'>) => Promise<void>;

interface CompareWithProviderDeps {
  readonly unitOfWork: UnitOfWork;
  readonly transitions: Transitions;
  readonly connectors: Connectors;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly takeView: TakeView;
  readonly clock: Clock;
  /** Milliseconds until it is compared again, where its provider tells of removals. */
  readonly intervalMs: number;
}

/** Anew at once each time that the binding went on meanwhile; then the job comes again. */
const askedMost = 3;

export function createCompareWithProvider({
  unitOfWork,
  transitions,
  connectors,
  profiles,
  takeView,
  clock,
  intervalMs,
}: CompareWithProviderDeps): CompareWithProvider {
  /** False where the binding went on while the provider was asked: what was asked about an earlier state says nothing of this one. */
  async function compare(bindingId: Id<'binding'>): Promise<boolean> {
    const { found, reference } = await unitOfWork.run(async (tx) => {
      const one = await findBinding(tx, bindingId);
      return { found: one, reference: one?.binding.credentialReference ?? (await findWatchedName(tx, bindingId)) };
    });
    if (!found || !reference) return true;
    const answer = await connectors(found.binding.provider).credentialStatus(reference);
    if (!answer.ok) {
      await unitOfWork.run((tx) => saveLookedInVain(tx, bindingId, clock.now()));
      throw new Error(`${found.binding.provider} does not say how a credential stands: ${answer.error.detail}`);
    }
    const held = await connectors(found.binding.provider).heldByProvider?.(reference);
    if (held && !held.ok)
      throw new Error(`${found.binding.provider} does not say whether it holds a credential: ${held.error.detail}`);
    return unitOfWork.run(async (tx) => {
      const now = clock.now();
      const locked = await lockBinding(tx, bindingId);
      if (!locked) return true;
      if (locked.binding.version !== found.binding.version) return false;
      const nextCompareAt = new Date(now.getTime() + compareAfterMs(profiles.get(locked.binding.provider), intervalMs));
      const seen = { reference, observed: answer.value, channel: 'PROVIDER_QUERY', nextCompareAt } as const;
      const current = await takeView(tx, locked, seen);
      const hold = held?.ok ? decideHold(current.binding, held.value, now) : undefined;
      if (hold) await transitions.take(tx, current, hold, { channel: 'PROVIDER_QUERY' });
      return true;
    });
  }

  return async (bindingId) => {
    for (let asked = 0; asked < askedMost; asked += 1) if (await compare(bindingId)) return;
    throw new Error(`${bindingId} changes faster than its provider answers`);
  };
}
