import {
  accessCard,
  aHolder,
  bind,
  confirm,
  mutate,
  preflight,
  proofOf,
  readBinding,
  settle,
  startInput,
  unbind,
  unbindInput,
  type Holder,
} from './testing/holder';
import { startBindingService, type RunningBinding } from './testing/start-binding-service';

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => {
  service = await startBindingService();
});
afterAll(() => service.stop());
beforeEach(() => {
  holder = aHolder();
});

const home = `{ _entities(representations: [{ __typename: "Account", id: "$ID" }]) { ... on Account {
  defaultCard { id } cards { edges { node { id isDefault lastFour site { name doors { id name } } provider { name(locale: "zh-CN") capabilities { restore { strategy windowDays } offlineRevocationWorstCase } } bindings { id status } } } } } } }`;

async function readHome() {
  const answer = await service.ask(home.replace('$ID', holder.viewer.accountId), {}, holder.claims);
  return answer.data._entities[0];
}

describe('the life of a bank card', () => {
  it('goes from the start over the provider’s own time to bound', async () => {
    const started = await mutate(service, holder, 'startBinding', startInput(holder));
    expect(started).toMatchObject({
      __typename: 'StartBindingSuccess',
      binding: { status: 'VERIFYING', nextSteps: [{ code: 'CONFIRM_BINDING' }, { code: 'CANCEL_BINDING' }] },
    });
    const bindingId = started.binding.id;
    const confirmed = await confirm(service, holder, bindingId);
    expect(confirmed).toMatchObject({
      __typename: 'ConfirmBindingSuccess',
      binding: { status: 'BINDING', sync: { state: 'PENDING', operation: 'BIND' } },
      operation: { kind: 'BIND' },
    });

    expect(await service.jobs.run()).toEqual(['send-operation']);
    expect(await readBinding(service, holder, bindingId)).toMatchObject({ status: 'BINDING' });
    await settle(service);
    expect(await readBinding(service, holder, bindingId)).toMatchObject({
      status: 'ACTIVE',
      sync: { state: 'IN_SYNC' },
      credentialReference: expect.any(String),
    });
    const { cards, defaultCard } = await readHome();
    expect(cards.edges).toHaveLength(1);
    expect(cards.edges[0].node).toMatchObject({
      isDefault: true,
      provider: { name: '海滨银行', capabilities: { restore: { strategy: 'REACTIVATE', windowDays: 95 } } },
    });
    expect(defaultCard.id).toBe(cards.edges[0].node.id);
  });

  it('is unbound as its plan said, and restored', async () => {
    const { bindingId, cardId } = await bind(service, holder);
    const plan = await preflight(service, holder, bindingId);
    expect(plan).toMatchObject({
      fee: null,
      blockers: [],
      proof: { action: 'UNBIND', factors: ['SMS_CODE'] },
    });
    expect(plan.effects.map((effect: { __typename: string }) => effect.__typename)).toEqual([
      'NoDefaultLeftEffect',
      'TakesEffectEffect',
      'RestorableEffect',
      'DevicesEffect',
      'PhysicalCardWorksEffect',
      'HistoryStaysEffect',
    ]);

    expect(await unbind(service, holder, bindingId)).toMatchObject({
      __typename: 'RequestUnbindSuccess',
      binding: { status: 'UNBINDING' },
      operation: { kind: 'UNBIND' },
    });
    expect((await readHome()).defaultCard).toBeNull();
    await settle(service);
    const unbound = await readBinding(service, holder, bindingId);
    expect(unbound).toMatchObject({
      status: 'UNBOUND',
      restorable: { strategy: 'REACTIVATE' },
      receipt: { feeCharged: null, text: expect.stringContaining('No fee was charged') },
      nextSteps: [{ code: 'RESTORE' }, { code: 'REBIND' }, { code: 'OPEN_DISPUTE' }],
    });
    expect((await readHome()).cards.edges).toEqual([]);
    const { data } = await service.ask(
      `{ card(id: "${cardId}") { id history { edges { node { trigger actor channel reason from to text } } } } }`,
      {},
      holder.claims,
    );
    expect(data.card.history.edges.map(({ node }: { node: { trigger: string } }) => node.trigger)).toEqual([
      'ProviderConfirmed',
      'RequestUnbind',
      'ProviderConfirmed',
      'RequirementsMet',
      'StartBinding',
    ]);
    expect(data.card.history.edges.map(({ node }: { node: { actor: string } }) => node.actor)).toEqual([
      'PROVIDER',
      'HOLDER',
      'PROVIDER',
      'HOLDER',
      'HOLDER',
    ]);
    expect(data.card.history.edges[1].node).toMatchObject({
      actor: 'HOLDER',
      channel: 'WALLET_APP',
      reason: 'PRIVACY',
      from: 'BOUND',
      to: 'UNBINDING',
    });

    const proof = await proofOf(service, holder, 'RESTORE', bindingId);
    expect(await mutate(service, holder, 'requestRestore', { bindingId, proof })).toMatchObject({
      __typename: 'RequestRestoreSuccess',
      binding: { status: 'RESTORING' },
    });
    await settle(service);
    expect(await readBinding(service, holder, bindingId)).toMatchObject({ status: 'ACTIVE', restorable: null });
    expect((await readHome()).defaultCard).toEqual({ id: cardId });
  });

  it('moves the default to the other card, says so before, and takes it back when the unbind is refused', async () => {
    const first = await bind(service, holder);
    const second = await bind(service, holder, 'harbour-bank');
    const plan = await preflight(service, holder, first.bindingId);
    expect(plan.effects).toContainEqual(
      expect.objectContaining({ __typename: 'DefaultMovesEffect', to: expect.objectContaining({ id: second.cardId }) }),
    );
    service.providers['seaside-bank'].plan('UNBIND', 'REFUSE_LATER');
    await unbind(service, holder, first.bindingId);
    expect((await readHome()).defaultCard).toEqual({ id: second.cardId });
    await settle(service);
    expect(await readBinding(service, holder, first.bindingId)).toMatchObject({ status: 'ACTIVE', receipt: null });
    expect((await readHome()).defaultCard).toEqual({ id: first.cardId });
  });
});

describe('the life of an access card', () => {
  it('tells doors and fee before, charges once, and cannot be restored', async () => {
    const { bindingId } = await bind(service, holder, 'cloudgate', accessCard('RG-1002'));
    expect((await readHome()).cards.edges[0].node).toMatchObject({
      isDefault: false,
      site: {
        name: expect.any(String),
        doors: expect.arrayContaining([expect.objectContaining({ id: 'riverside-gate' })]),
      },
    });
    const plan = await preflight(service, holder, bindingId);
    expect(plan.fee).toEqual({ value: 500, currency: 'CNY' });
    expect(plan.effects.map((effect: { __typename: string }) => effect.__typename)).toEqual([
      'NotRestorableEffect',
      'FeeEffect',
      'DoorsLostEffect',
      'TakesEffectEffect',
      'DevicesEffect',
      'PhysicalCardWorksEffect',
      'HistoryStaysEffect',
    ]);

    const input = await unbindInput(service, holder, bindingId);
    expect(await mutate(service, holder, 'requestUnbind', { ...input, acceptedFee: null })).toMatchObject({
      __typename: 'FeeNotAcceptedError',
      fee: { value: 500 },
      remedies: [{ code: 'AcceptFee' }, { code: 'ContactProvider' }],
      message: 'Taking this card off costs CN¥5.00. Please accept the fee.',
    });
    const acceptedFee = { value: 499, currency: 'CNY' };
    expect(await mutate(service, holder, 'requestUnbind', { ...input, acceptedFee })).toMatchObject({
      __typename: 'FeeNotAcceptedError',
      message: 'Taking this card off costs CN¥5.00, and CN¥4.99 was accepted. Please accept the fee as it is.',
    });
    expect(await mutate(service, holder, 'requestUnbind', input)).toMatchObject({ __typename: 'RequestUnbindSuccess' });
    await settle(service);
    expect(await readBinding(service, holder, bindingId)).toMatchObject({
      status: 'UNBOUND',
      restorable: null,
      receipt: { feeCharged: { value: 500, currency: 'CNY' } },
      nextSteps: [{ code: 'REBIND' }, { code: 'OPEN_DISPUTE' }],
    });
    expect(
      await service.composed.dataSource.query('SELECT value::integer FROM charge WHERE binding_id = $1', [bindingId]),
    ).toEqual([{ value: 500 }]);

    const proof = await proofOf(service, holder, 'RESTORE', bindingId);
    expect(await mutate(service, holder, 'requestRestore', { bindingId, proof })).toMatchObject({
      __typename: 'RestoreRefusedError',
      reason: 'NOT_OFFERED',
      remedies: [{ code: 'Rebind' }, { code: 'ContactSupport' }],
    });
  });
});
