import { newId, type Id } from '@bindery/kernel';
import { eventually } from '@bindery/testing';
import { loadProviderCatalogue } from '../../catalogue/provider-catalogue';
import { validityJobs } from '../../validity/validity.jobs';
import { idNumber, lender } from '../borrower';
import { anAgent, layHold } from '../card-holds';
import {
  accessCard,
  aHolder,
  bankCard,
  confirm,
  mutate,
  proofOf,
  settle,
  startInput,
  unbindInput,
  type Holder,
} from '../holder';
import type { Answer, ProviderCode, RunningBinding } from '../start-binding-service';

/** A card of its own holder, about which we and its provider are going to differ. */
export interface Diverging {
  readonly holder: Holder;
  readonly provider: ProviderCode;
  readonly bindingId: Id<'binding'>;
  readonly cardId: Id<'card'>;
  /** What its provider calls it; empty before it is bound. */
  readonly reference: string;
}

let accounts = 10_000;
/** A provider of each style that others outside have a say in, and what is typed of a card of it. */
const cardOf = {
  'seaside-bank': () => bankCard(),
  cloudgate: () => accessCard(`RG-${1001 + (++accounts % 900)}`),
  'wechat-pay': () => ({ wallet: { account: `1390${++accounts}00` } }),
  alipay: () => ({ wallet: { account: `reader${++accounts}@mail.example` } }),
  'apple-wallet': () => ({ pass: { holderName: 'Li Mei' } }),
  'sinopec-yijie': () => ({ wallet: { account: `1380${++accounts}00` } }),
  'xiaomi-finance': () => ({ lender: { holderName: '李雷', idNumber: idNumber() } }),
} satisfies Partial<Record<ProviderCode, () => object>>;
type Style = keyof typeof cardOf;

/** Of each style one, and of two kinds for the generic one. */
export const styles = Object.keys(cardOf) as Style[];

const catalogue = loadProviderCatalogue();
/** Where the provider itself suspends a card, so that it can be suspended there and not here. */
export const suspending = styles.filter((code) => catalogue.get(code)?.suspend.mode === 'NATIVE');
/** Where a card that was taken off can come back as the one it was. */
export const restoring = styles.filter((code) => catalogue.get(code)?.restore.strategy !== 'REBIND_ONLY');

/** Who suspends a card here. VALIDITY is of a card that expires, which of these only a bank’s does. */
export const holds = ['HOLDER', 'DEVICE_LOST', 'RISK', 'VALIDITY'] as const;
export type HoldOwner = (typeof holds)[number];

/** What holders do with cards before a divergence is planted, in a service whose providers are fakes by their own profiles. */
export function createDivergingCards(service: RunningBinding) {
  let turns = 0;
  let laid = 0;

  async function stateOf(bindingId: Id<'binding'>): Promise<Answer> {
    const [row] = await service.composed.dataSource.query(
      `SELECT phase, holds, sync, credential_reference AS reference,
         (SELECT count(*)::int FROM binding_case c WHERE c.binding_id = b.id AND c.closed_at IS NULL) AS cases,
         (SELECT id FROM operation o WHERE o.binding_id = b.id ORDER BY created_at DESC LIMIT 1) AS operation
       FROM binding b WHERE id = $1`,
      [bindingId],
    );
    return row;
  }

  /** Somebody has looked at it, as a lender wants before it is asked. */
  async function approve({ holder, bindingId, provider }: Diverging): Promise<void> {
    const reviewId = newId('review');
    const at = service.clock.now().toISOString();
    const ids = { reviewId, bindingId, accountId: holder.viewer.accountId, provider };
    const data = { ...ids, requestVersion: 2, decision: 'APPROVE' as const, reasons: [], reviewersNeeded: 1, at };
    const reviewed = { ...data, about: 'BIND' as const, reviewerIds: [newId('account')] };
    await service.eventLog.publish('verification', {
      ...{ type: 'bindery.review.decided.v1', key: reviewId, sequence: 1, data: reviewed },
    });
    await eventually(async () => expect((await stateOf(bindingId)).phase).toBe('BINDING'));
  }

  /** So many in turn of these providers. */
  const spread = (count: number, providers: readonly Style[] = styles): Style[] =>
    Array.from({ length: count }, () => providers[turns++ % providers.length] ?? 'seaside-bank');

  /** Begins a binding at each of these providers, each of a holder of its own. */
  async function beganAt(providers: readonly Style[]): Promise<Diverging[]> {
    const cards: Diverging[] = [];
    for (const provider of providers) {
      const holder = aHolder();
      const input = startInput(holder, provider, cardOf[provider]());
      const { binding } = await mutate(service, holder, 'startBinding', input);
      const card = { holder, provider, bindingId: binding.id, cardId: binding.card.id, reference: '' };
      await confirm(service, holder, card.bindingId);
      if (provider === lender) await approve(card);
      cards.push(card);
    }
    return cards;
  }
  const began = (count: number) => beganAt(spread(count));

  async function boundAt(providers: readonly Style[]): Promise<Diverging[]> {
    const cards = await beganAt(providers);
    await settle(service);
    return Promise.all(
      cards.map(async (card) => ({ ...card, reference: (await stateOf(card.bindingId)).reference as string })),
    );
  }
  const bound = (count: number, providers?: readonly Style[]) => boundAt(spread(count, providers));

  const requestUnbind = async ({ holder, bindingId }: Diverging) =>
    mutate(service, holder, 'requestUnbind', await unbindInput(service, holder, bindingId));

  async function unbound(count: number, providers?: readonly Style[]): Promise<Diverging[]> {
    const cards = await bound(count, providers);
    for (const card of cards) await requestUnbind(card);
    await settle(service);
    return cards;
  }

  /** As its owner lays it; that of a card that expires comes with a scan. */
  async function hold({ holder, bindingId, cardId }: Diverging, owner: HoldOwner): Promise<void> {
    if (owner === 'HOLDER') await mutate(service, holder, 'suspendBinding', { bindingId });
    if (owner === 'DEVICE_LOST') await mutate(service, holder, 'reportLost', { deviceId: holder.viewer.deviceId });
    if (owner === 'RISK') await layHold(service, bindingId, 'UNUSUAL_USE', anAgent());
    if (owner === 'VALIDITY') await service.sql("UPDATE card SET expires_on = '2020-01-31' WHERE id = $1", [cardId]);
  }

  /** Bound and suspended, by each owner in turn. */
  async function held(count: number, providers?: readonly Style[]) {
    const owners = Array.from({ length: count }, () => holds[laid++ % holds.length] ?? 'HOLDER');
    const at = owners.map((owner) => (owner === 'VALIDITY' ? 'seaside-bank' : (spread(1, providers)[0] ?? 'alipay')));
    const cards = (await boundAt(at)).map((card, place) => ({ ...card, owner: owners[place] ?? 'HOLDER' }));
    for (const card of cards) await hold(card, card.owner);
    await service.composed.dataSource.transaction((tx) => validityJobs.enqueue(tx, 'scan-card-validity', {}));
    await settle(service);
    return cards;
  }

  async function askRestore({ holder, bindingId }: Diverging) {
    const proof = await proofOf(service, holder, 'RESTORE', bindingId);
    await mutate(service, holder, 'requestRestore', { bindingId, proof });
  }

  return { stateOf, began, bound, unbound, held, requestUnbind, askRestore };
}
export type DivergingCards = ReturnType<typeof createDivergingCards>;
