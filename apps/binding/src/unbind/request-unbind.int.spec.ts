import { newId, type Id } from '@bindery/kernel';
import {
  aHolder,
  bind,
  mutate,
  newKey,
  preflight,
  proofOf,
  readBinding,
  settle,
  unbind,
  unbindInput,
  type Holder,
} from '../testing/holder';
import { checkHistory } from '../testing/history-checker';
import { startBindingService, type RunningBinding } from '../testing/start-binding-service';

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => {
  service = await startBindingService();
});
afterAll(() => service.stop());
beforeEach(() => {
  holder = aHolder();
});

const request = (input: object, by = holder) => mutate(service, by, 'requestUnbind', input);
const bank = () => service.providers['seaside-bank'];
const pendingTaxi = {
  balance: { value: 12_300, currency: 'CNY' },
  pending: [{ id: 'pay-1', amount: { value: 500, currency: 'CNY' }, text: 'Taxi' }],
  mandates: [{ id: 'm-1', merchant: 'Video Club' }],
};

async function referenceOf(bindingId: Id<'binding'>): Promise<string> {
  return (await readBinding(service, holder, bindingId)).credentialReference;
}

describe('unbindPreflight', () => {
  it('tells balance, pending payments and mandates, and what of them blocks (requirement 16)', async () => {
    const { bindingId } = await bind(service, holder);
    bank().setObligations(await referenceOf(bindingId), pendingTaxi);
    const plan = await preflight(service, holder, bindingId);
    expect(plan.effects.map(({ __typename }: { __typename: string }) => __typename)).toEqual(
      expect.arrayContaining(['BalanceEffect', 'PendingPaymentEffect', 'MandateEffect']),
    );
    expect(plan.effects.map(({ text }: { text: string }) => text)).toContain('A payment of CN¥5.00 is pending: Taxi.');
    expect(plan.blockers).toEqual([
      {
        code: 'PENDING_PAYMENT',
        text: expect.any(String),
        remedies: [{ code: 'SettlePending' }, { code: 'ContactProvider' }],
      },
    ]);

    const input = {
      bindingId,
      planDigest: plan.digest,
      reason: 'OTHER',
      acceptedFee: null,
      proof: await proofOf(service, holder, 'UNBIND', bindingId, plan.digest),
    };
    expect(await request(input)).toMatchObject({
      __typename: 'UnbindBlockedError',
      blockers: [{ code: 'PENDING_PAYMENT' }],
      remedies: [{ code: 'SettlePending' }, { code: 'ContactProvider' }],
    });
    expect(await readBinding(service, holder, bindingId)).toMatchObject({ status: 'ACTIVE' });
  });

  it('holds back while the provider does not say what is open, where that could block', async () => {
    const { bindingId } = await bind(service, holder);
    bank().away = true;
    expect((await preflight(service, holder, bindingId)).blockers).toMatchObject([
      { code: 'OBLIGATIONS_UNKNOWN', remedies: [{ code: 'TryAgain' }, { code: 'ContactSupport' }] },
    ]);
    bank().away = false;
  });

  it('answers null for somebody else’s binding, an unknown one, and one that cannot be unbound', async () => {
    const { bindingId } = await bind(service, holder);
    expect(await preflight(service, aHolder(), bindingId)).toBeNull();
    expect(await preflight(service, holder, newId('binding'))).toBeNull();
    await unbind(service, holder, bindingId);
    expect(await preflight(service, holder, bindingId)).toBeNull();
  });

  it('speaks the language of the caller', async () => {
    const { bindingId } = await bind(service, holder);
    const chinese = { ...holder, claims: { ...holder.claims, locale: 'zh-CN' as const } };
    expect((await preflight(service, chinese, bindingId)).effects.map(({ text }: { text: string }) => text)).toContain(
      '您的实体卡仍可使用。',
    );
  });
});

describe('requestUnbind', () => {
  it('refuses a plan that is older than ten minutes, with the new plan', async () => {
    const { bindingId } = await bind(service, holder);
    const input = await unbindInput(service, holder, bindingId);
    service.clock.advance(10 * 60_000 + 1);
    const stale = await request({
      ...input,
      proof: await proofOf(service, holder, 'UNBIND', bindingId, input.planDigest),
    });
    expect(stale).toMatchObject({
      __typename: 'UnbindPlanStaleError',
      changed: ['EXPIRED'],
      remedies: [{ code: 'ReadPlan' }, { code: 'StartChallenge' }],
    });
    expect(stale.plan.digest).not.toBe(input.planDigest);
    const proof = await proofOf(service, holder, 'UNBIND', bindingId, stale.plan.digest);
    expect(await request({ ...input, planDigest: stale.plan.digest, proof })).toMatchObject({
      __typename: 'RequestUnbindSuccess',
    });
  });

  it('refuses a plan whose circumstances have changed, naming what', async () => {
    const { bindingId } = await bind(service, holder);
    const input = await unbindInput(service, holder, bindingId);
    bank().setObligations(await referenceOf(bindingId), { ...pendingTaxi, pending: [] });
    expect(await request(input)).toMatchObject({ __typename: 'UnbindPlanStaleError', changed: ['EFFECTS'] });
    await bind(service, holder, 'harbour-bank');
    expect(await request(input)).toMatchObject({
      changed: ['EFFECTS'],
      plan: { effects: expect.arrayContaining([expect.objectContaining({ __typename: 'DefaultMovesEffect' })]) },
    });
  });

  it('refuses the plan of another card, and one nobody made, alike', async () => {
    const { bindingId } = await bind(service, holder);
    const other = await bind(service, holder, 'harbour-bank');
    const otherPlan = await preflight(service, holder, other.bindingId);
    for (const planDigest of [otherPlan.digest, 'a'.repeat(43)]) {
      const proof = await proofOf(service, holder, 'UNBIND', bindingId, planDigest);
      const answer = await request({ bindingId, planDigest, reason: 'OTHER', proof });
      expect(answer).toMatchObject({
        __typename: 'UnbindPlanStaleError',
        changed: expect.arrayContaining(['OTHER_BINDING']),
      });
    }
  });

  it('takes the plan’s word for what is open while the provider does not answer', async () => {
    const { bindingId } = await bind(service, holder);
    bank().setObligations(await referenceOf(bindingId), { ...pendingTaxi, pending: [] });
    const input = await unbindInput(service, holder, bindingId);
    bank().away = true;
    expect(await request(input)).toMatchObject({
      __typename: 'RequestUnbindSuccess',
      binding: { status: 'UNBINDING' },
    });
    bank().away = false;
    await settle(service);
  });

  it('refuses a proof for another plan, another card, another action, and one used before (invariant 7)', async () => {
    const { bindingId } = await bind(service, holder);
    const other = await bind(service, holder, 'harbour-bank');
    const input = await unbindInput(service, holder, bindingId);
    const earlierPlan = await preflight(service, holder, bindingId);
    const tries = [
      [await proofOf(service, holder, 'UNBIND', bindingId, earlierPlan.digest), 'PROOF_FOR_OTHER_PLAN'],
      [await proofOf(service, holder, 'UNBIND', other.bindingId, input.planDigest), 'PROOF_FOR_OTHER_SUBJECT'],
      [await proofOf(service, holder, 'RESTORE', bindingId), 'PROOF_FOR_OTHER_ACTION'],
    ];
    for (const [proof, reason] of tries)
      expect(await request({ ...input, proof })).toMatchObject({
        __typename: 'ProofRejectedError',
        code: reason,
        reason,
      });

    bank().plan('UNBIND', 'REFUSE_LATER');
    expect(await request(input)).toMatchObject({ __typename: 'RequestUnbindSuccess' });
    await settle(service);
    const again = await preflight(service, holder, bindingId);
    expect(await request({ ...input, planDigest: again.digest })).toMatchObject({ reason: 'PROOF_FOR_OTHER_PLAN' });
    expect(
      await service.composed.dataSource.query('SELECT used_for FROM used_proof WHERE used_for = $1', [
        `UNBIND ${bindingId}`,
      ]),
    ).toHaveLength(1);
  });

  it('refuses a used proof even where everything else fits', async () => {
    const { bindingId } = await bind(service, holder);
    const input = await unbindInput(service, holder, bindingId);
    const proofId = (
      JSON.parse(Buffer.from(input.proof.split('.')[1] ?? '', 'base64url').toString()) as { jti: string }
    ).jti;
    await service.composed.dataSource.query('INSERT INTO used_proof (proof_id, used_for) VALUES ($1, $2)', [
      proofId,
      'something else',
    ]);
    expect(await request(input)).toMatchObject({ __typename: 'ProofRejectedError', reason: 'PROOF_ALREADY_USED' });
  });

  it('lets exactly one of two hundred at once win, the others hear the state', async () => {
    const { bindingId } = await bind(service, holder);
    const reference = await referenceOf(bindingId);
    const plan = await preflight(service, holder, bindingId);
    const inputs = await Promise.all(
      Array.from({ length: 200 }, async () => ({
        bindingId,
        planDigest: plan.digest,
        reason: 'OTHER',
        proof: await proofOf(service, holder, 'UNBIND', bindingId, plan.digest),
      })),
    );
    const all = await Promise.all(inputs.map((input) => request(input)));
    expect(all.filter(({ __typename }) => __typename === 'RequestUnbindSuccess')).toHaveLength(1);
    expect(
      all.filter((answer) => answer.__typename === 'TransitionRefusedError' && answer.phase === 'UNBINDING'),
    ).toHaveLength(199);
    expect(
      await service.composed.dataSource.query('SELECT count(*)::int AS count FROM used_proof WHERE used_for = $1', [
        `UNBIND ${bindingId}`,
      ]),
    ).toEqual([{ count: 1 }]);
    await settle(service);
    expect(
      bank().sent.filter(({ kind, credentialReference }) => kind === 'UNBIND' && credentialReference === reference),
    ).toHaveLength(1);
  });

  it('has one effect for one key, a hundred times at once, and answers all of them the same', async () => {
    const { bindingId } = await bind(service, holder);
    const input = { ...(await unbindInput(service, holder, bindingId)), idempotencyKey: newKey() };
    const all = await Promise.all(Array.from({ length: 100 }, () => request(input)));
    expect(new Set(all.map(({ operation }) => operation.id)).size).toBe(1);
    await settle(service);
    expect(await request(input)).toMatchObject({
      __typename: 'RequestUnbindSuccess',
      binding: { status: 'UNBOUND' },
      operation: { id: all[0].operation.id },
    });
    expect(await request({ ...input, reason: 'PRIVACY', planDigest: 'b'.repeat(43) })).toMatchObject({
      __typename: 'IdempotencyKeyReusedError',
    });
  });

  it('answers somebody else’s binding like an unknown one', async () => {
    const { bindingId } = await bind(service, holder);
    const input = await unbindInput(service, holder, bindingId);
    const foreign = await request(input, aHolder());
    const unknown = await request({ ...input, bindingId: newId('binding') });
    expect(foreign).toEqual(unknown);
    expect(await request({ ...input, bindingId: 'binding' })).toEqual(unknown);
    expect(foreign).toMatchObject({ __typename: 'NotFoundError' });
  });

  it('has nobody signed in sign in first', async () => {
    const answer = await service.ask('query ($id: ID!) { unbindPreflight(bindingId: $id) { digest } }', {
      id: newId('binding'),
    });
    expect(answer.errors[0].extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('leaves a gapless history', async () =>
    expect(await checkHistory(service.composed.dataSource)).toBeGreaterThan(40));
});
