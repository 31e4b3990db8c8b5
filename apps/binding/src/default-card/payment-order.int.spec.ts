import type { Id } from '@bindery/kernel';
import { aHolder, bind, confirm, mutate, preflight, replaceCard, settle, unbind, type Holder } from '../testing/holder';
import { startBindingService, type Answer, type RunningBinding } from '../testing/start-binding-service';

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => void (service = await startBindingService()));
afterAll(() => service.stop());
beforeEach(() => void (holder = aHolder()));

async function shown(): Promise<{ order: string[]; defaultId: string | null }> {
  const query = `{ _entities(representations: [{ __typename: "Account", id: "${holder.viewer.accountId}" }]) { ... on Account { defaultCard { id } paymentOrder { id } } } }`;
  const answer = await service.ask(query, {}, holder.claims);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  const [{ defaultCard, paymentOrder }] = answer.data._entities;
  return { order: paymentOrder.map(({ id }: Answer) => id), defaultId: defaultCard?.id ?? null };
}

/** Later than what was bound before, as it is by the clock. */
function bindNext() {
  service.clock.advance(1_000);
  return bind(service, holder);
}

const arrange = (...cardIds: Id<'card'>[]) => mutate(service, holder, 'setPaymentOrder', { cardIds });

describe('the order in which cards pay', () => {
  it('is that of binding until the holder says another, whose first is the default', async () => {
    const [one, two, three] = [await bindNext(), await bindNext(), await bindNext()];
    expect(await shown()).toEqual({ order: [one.cardId, two.cardId, three.cardId], defaultId: one.cardId });
    expect(await arrange(three.cardId, two.cardId)).toMatchObject({
      paymentOrder: [{ id: three.cardId }, { id: two.cardId }, { id: one.cardId }],
    });
    expect((await shown()).defaultId).toBe(three.cardId);
  });

  it('says who is next when the default is taken off, before and after', async () => {
    const [one, two, three] = [await bindNext(), await bindNext(), await bindNext()];
    await arrange(three.cardId, two.cardId, one.cardId);
    const { effects } = await preflight(service, holder, three.bindingId);
    expect(effects).toContainEqual(expect.objectContaining({ to: expect.objectContaining({ id: two.cardId }) }));
    await unbind(service, holder, three.bindingId);
    await settle(service);
    expect(await shown()).toEqual({ order: [two.cardId, one.cardId], defaultId: two.cardId });
  });

  it('goes to the next while a card is suspended, and back', async () => {
    const [one, two, three] = [await bindNext(), await bindNext(), await bindNext()];
    await arrange(three.cardId, two.cardId, one.cardId);
    await mutate(service, holder, 'suspendBinding', { bindingId: three.bindingId });
    await settle(service);
    expect((await shown()).defaultId).toBe(two.cardId);
    await mutate(service, holder, 'resumeBinding', { bindingId: three.bindingId });
    await settle(service);
    expect((await shown()).defaultId).toBe(three.cardId);
  });

  it('has a replacement in the place of the old card', async () => {
    const [one, two] = [await bindNext(), await bindNext()];
    await arrange(two.cardId, one.cardId);
    const begun = await replaceCard(service, holder, one.bindingId);
    await confirm(service, holder, begun.binding.id);
    await settle(service);
    expect((await shown()).order).toEqual([two.cardId, begun.binding.card.id]);
    const rows = await service.sql('SELECT payment_order FROM wallet WHERE account_id = $1', [holder.viewer.accountId]);
    expect(rows).toEqual([{ payment_order: [two.cardId, begun.binding.card.id] }]);
  });

  it('is of cards of the account that can pay, each once', async () => {
    const { cardId } = await bind(service, holder);
    const door = await bind(service, holder, 'cloudgate');
    const others = aHolder();
    const theirs = await bind(service, others);
    expect(await arrange(cardId, cardId)).toMatchObject({ field: 'cardIds', rule: 'NOT_WANTED' });
    expect(await arrange()).toMatchObject({ field: 'cardIds', rule: 'TOO_MANY' });
    expect(await arrange(theirs.cardId)).toMatchObject({ __typename: 'NotFoundError' });
    expect(await arrange(door.cardId)).toMatchObject({ __typename: 'CardNotUsableError' });
  });
});
