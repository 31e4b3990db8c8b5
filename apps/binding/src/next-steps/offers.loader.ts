import type { EntityManager } from 'typeorm';
import type { Clock } from '@bindery/kernel';
import type { RequestContext } from '@bindery/subgraph';
import type { Viewer } from '@bindery/trust';
import { dayOf } from '@bindery/values';
import type { LoadActivation } from '../activation';
import type { CouldBegin, HasRoom } from '../bind';
import type { Catalogue } from '../catalogue';
import { disputablesOf, listDisputesOfBindings, nothingBeside, type Dispute } from '../disputes';
import { documentZone, isRenewable, isUnderWay, listDocumentsOf, listLastRenewals } from '../documents';
import { aboutBinding, type Binding, type FactBook } from '../lifecycle';
import { listFoundHolds } from '../lost';
import { listOwedWaits } from '../operations';
import { readStanding } from '../standing';
import { canClear } from '../unbind-plan';
import type { ReadBoundOffers } from './read-bound-offers';
import { isOff, nothingOffered, offersOf, offersOfStart, type Offers } from './offers.rules';

interface LoadOffersDeps {
  readonly db: EntityManager;
  readonly facts: FactBook;
  readonly catalogue: Catalogue;
  readonly couldBegin: CouldBegin;
  readonly hasRoom: HasRoom;
  readonly readBoundOffers: ReadBoundOffers;
  readonly loadActivation: LoadActivation;
  readonly clock: Clock;
}

/** What is offered for a binding; for all bindings of a request the facts are read together. */
export type LoadOffers = (context: RequestContext, binding: Binding) => Promise<Offers>;

export function createLoadOffers({
  db,
  facts,
  catalogue,
  couldBegin,
  hasRoom,
  readBoundOffers,
  loadActivation,
  clock,
}: LoadOffersDeps): LoadOffers {
  async function readMany(viewer: Viewer | null, bindings: readonly Binding[]): Promise<Offers[]> {
    const subjects = bindings.map(aboutBinding);
    const disputeOpen = await facts.readMany(db, 'disputeOpen', subjects);
    const slotFree = await facts.readMany(db, 'slotFree', subjects);
    const room = await hasRoom(db, bindings);
    const couldBind = viewer ? await couldBegin(db, viewer, bindings) : [];
    const disputes = await listDisputesOfBindings(
      db,
      bindings.map(({ id }) => id),
    );
    const now = clock.now();
    return bindings.map((binding, index) => {
      const known = {
        disputeOpen: disputeOpen[index] ?? false,
        slotFree: slotFree[index] ?? false,
        hasRoom: room[index] ?? false,
        couldBind: couldBind[index] ?? false,
        disputableUntil: unbindDisputableUntil(
          binding,
          disputes.filter(({ bindingId }) => bindingId === binding.id),
          now,
        ),
      };
      return offersOf(binding, catalogue.profileOf(binding.provider), known, now);
    });
  }

  const readKept = createReadKept({ db, catalogue });

  async function readRenewable(ids: readonly Binding['id'][]): Promise<boolean[]> {
    const [documents, renewals] = await Promise.all([listDocumentsOf(db, ids), listLastRenewals(db, ids)]);
    const now = clock.now();
    const today = dayOf(now, documentZone);
    return ids.map((id) => {
      const document = documents.find(({ bindingId }) => bindingId === id);
      const renewal = renewals.find(({ bindingId }) => bindingId === id) ?? null;
      return document !== undefined && isRenewable(document.expiresOn, today) && !isUnderWay(renewal, now);
    });
  }

  return async (context, binding) => {
    const { loader, viewer } = context;
    if (binding.state.phase === 'REPLACED')
      return { ...nothingOffered, clear: await loader('kept at providers', readKept).load(binding) };
    if (isOff(binding.state.phase))
      return loader('offers', (bindings: readonly Binding[]) => readMany(viewer, bindings)).load(binding);
    if (binding.state.phase === 'BOUND') {
      const { review } = catalogue.profileOf(binding.provider).requirements.BIND;
      const [bound, renew, found] = await Promise.all([
        viewer
          ? loader('offers while bound', (many: readonly Binding[]) => readBoundOffers(viewer, many)).load(binding)
          : nothingOffered,
        review !== null && loader('renewable documents', readRenewable).load(binding.id),
        loader('found holds', (many: readonly Binding[]) => listFoundHolds(db, many)).load(binding),
      ]);
      return { ...bound, renew, found };
    }
    if (binding.state.phase !== 'VERIFYING')
      return { ...nothingOffered, activation: await loadActivation(context, binding) };
    const room = loader('room for starts', (starts: readonly Binding[]) => hasRoom(db, starts)).load(binding);
    return offersOfStart(await room);
  };
}

/** What keeps replaced cards at their providers, and whether it can be cleared here. */
const createReadKept =
  ({ db, catalogue }: Pick<LoadOffersDeps, 'db' | 'catalogue'>) =>
  async (bindings: readonly Binding[]): Promise<Offers['clear'][]> => {
    const waits = await listOwedWaits(
      db,
      bindings.map(({ id }) => id),
    );
    return Promise.all(
      bindings.map(async (binding) => {
        const wait = waits.find(({ bindingId }) => bindingId === binding.id);
        if (!wait) return null;
        const { obligationActs: offered } = catalogue.profileOf(binding.provider);
        const standing = await readStanding(db, binding);
        return { here: canClear(wait.owes, { binding, offered, hasTarget: false, standing }) };
      }),
    );
  };

const unbindDisputableUntil = (binding: Binding, disputes: readonly Dispute[], now: Date): Date | null =>
  disputablesOf(binding, nothingBeside, disputes, now).find(({ about }) => about === 'UNAUTHORISED_UNBIND')?.until ??
  null;
