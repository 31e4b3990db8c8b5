import { consentTo } from './testing/consent';
import { eventually } from '@bindery/testing';
import { newKey, type PlanView } from '@bindery/wallet-client';
import { bindAccessCard, bindBankCard, newCardNumber, prepareUnbind, type BoundCard } from './testing/cards';
import { expectRefusal, mutate } from './testing/mutate';
import { rowsOf } from './system/databases';
import { graph, newHolder, urls, world, type Holder } from './system/the-system';

const document = `query ($id: ID!) { unbindPreflight(bindingId: $id) { digest quotedUntil fee { value currency } proof { action factors } blockers { code text remedies { code title } }
  effects { __typename severity text
    ... on DefaultMovesEffect { to { id displayName } } ... on DoorsLostEffect { site doors offlineUntil } ... on FeeEffect { amount { value currency } source }
    ... on RestorableEffect { until strategy } ... on BalanceEffect { amount { value currency } } ... on PendingPaymentEffect { amount { value currency } } ... on MandateEffect { merchant } } } }`;

const preflight = async (holder: Holder, bindingId: string, locale: 'en' | 'zh-CN' = 'en') =>
  (await graph(locale).ask<{ unbindPreflight: PlanView }>(document, { id: bindingId }, holder.accessToken))
    .unbindPreflight;

const effect = (plan: PlanView, type: string) => plan.effects.find(({ __typename }) => __typename === type);

describe('the plan of an unbind', () => {
  let holder: Holder;
  let bank: BoundCard;
  let other: BoundCard;
  let access: Awaited<ReturnType<typeof bindAccessCard>>;
  beforeAll(async () => {
    holder = await newHolder();
    bank = await bindBankCard(holder);
    [other, access] = [await bindBankCard(holder, 'harbour-bank'), await bindAccessCard(holder)];
  });

  it('of a bank card says which card pays next, until when it comes back, and that records and the physical card stay', async () => {
    const plan = await preflight(holder, bank.bindingId);
    expect(plan).toMatchObject({
      digest: expect.stringMatching(/^[\w-]{43}$/),
      fee: null,
      proof: { action: 'UNBIND', factors: expect.arrayContaining(['SMS_CODE']) },
      blockers: [],
    });
    expect(Date.parse(plan.quotedUntil) - Date.now()).toBeGreaterThan(9 * 60_000);
    expect(Date.parse(plan.quotedUntil) - Date.now()).toBeLessThanOrEqual(10 * 60_000);
    expect(effect(plan, 'DefaultMovesEffect')).toMatchObject({ to: { id: other.cardId } });
    expect(effect(plan, 'RestorableEffect')).toMatchObject({ strategy: 'REACTIVATE', until: expect.any(String) });
    expect(plan.effects.map(({ __typename }) => __typename)).toEqual(
      expect.arrayContaining(['PhysicalCardWorksEffect', 'HistoryStaysEffect']),
    );
  });

  it.each(['en', 'zh-CN'] as const)(
    'of an access card names the doors, the last offline reader, the fee and its source: %s',
    async (locale) => {
      const plan = await preflight(holder, access.bindingId, locale);
      expect(plan.fee).toEqual({ value: 500, currency: 'CNY' });
      expect(effect(plan, 'FeeEffect')).toMatchObject({
        amount: { value: 500, currency: 'CNY' },
        source: expect.stringContaining('2026-01'),
      });
      expect(effect(plan, 'DoorsLostEffect')).toMatchObject({
        doors: [expect.any(String), expect.any(String), expect.any(String)],
        offlineUntil: expect.any(String),
      });
      expect(effect(plan, 'NotRestorableEffect')).toBeDefined();
      for (const { text } of plan.effects) expect(/[\u4e00-\u9fff]/.test(text)).toBe(locale === 'zh-CN');
    },
  );

  it('costs what was accepted: without the fee, or with less, nothing happens', async () => {
    const { plan, proof } = await prepareUnbind(holder, access.bindingId);
    const request = (acceptedFee: object | null) =>
      mutate(
        holder,
        'requestUnbind',
        {
          idempotencyKey: newKey(),
          bindingId: access.bindingId,
          planDigest: plan.digest,
          reason: 'CARD_REPLACED',
          acceptedFee,
          proof,
        },
        '... on FeeNotAcceptedError { fee { value currency } }',
      );
    for (const fee of [null, { value: 499, currency: 'CNY' }, { value: 500, currency: 'USD' }]) {
      const answer = await request(fee);
      expectRefusal(answer, 'FeeNotAcceptedError');
      expect(answer).toMatchObject({
        fee: { value: 500, currency: 'CNY' },
        remedies: expect.arrayContaining([expect.objectContaining({ code: 'AcceptFee' })]),
      });
    }
    expect((await world.tap('riverside-gate', access.credential)).opened).toBe(true);
    expect(await request({ value: 500, currency: 'CNY' })).toMatchObject({ __typename: 'RequestUnbindSuccess' });
    expect((await world.tap('riverside-gate', access.credential)).opened).toBe(false);
    const { receipt } = await holder.waitForStatus(access.cardId, 'UNBOUND');
    expect(receipt?.feeCharged).toEqual({ value: 500, currency: 'CNY' });
  });

  it('shows balance, pending payment and mandate; the pending payment blocks until it is settled', async () => {
    const balance = { value: 12_300, currency: 'CNY' };
    const mandates = [{ id: 'm-1', merchant: 'Video Club' }];
    const pending = [{ id: 'pay-1', amount: { value: 500, currency: 'CNY' }, text: 'Taxi' }];
    await world.setObligations('seaside-bank', bank.credential, { balance, pending, mandates });
    const { plan, proof } = await prepareUnbind(holder, bank.bindingId);
    const full = await preflight(holder, bank.bindingId);
    expect(effect(full, 'BalanceEffect')).toMatchObject({ amount: balance });
    expect(effect(full, 'PendingPaymentEffect')).toMatchObject({ amount: { value: 500, currency: 'CNY' } });
    expect(effect(full, 'MandateEffect')).toMatchObject({ merchant: 'Video Club' });
    expect(full.blockers).toMatchObject([
      {
        code: 'PENDING_PAYMENT',
        remedies: expect.arrayContaining([expect.objectContaining({ code: 'SettlePending' })]),
      },
    ]);
    const input = {
      idempotencyKey: newKey(),
      bindingId: bank.bindingId,
      planDigest: plan.digest,
      reason: 'OTHER',
      acceptedFee: null,
      proof,
    };
    const blocked = await mutate(
      holder,
      'requestUnbind',
      input,
      '... on UnbindBlockedError { blockers { code remedies { code } } }',
    );
    expectRefusal(blocked, 'UnbindBlockedError');
    expect(blocked.blockers).toMatchObject([{ code: 'PENDING_PAYMENT' }]);

    await world.setObligations('seaside-bank', bank.credential, { balance, pending: [], mandates });
    expect(await holder.requestUnbind(bank.bindingId, plan, proof, 'OTHER')).toMatchObject({
      __typename: 'UnbindPlanStaleError',
    });
    const settled = await prepareUnbind(holder, bank.bindingId);
    expect(await holder.requestUnbind(bank.bindingId, settled.plan, settled.proof, 'OTHER')).toMatchObject({
      __typename: 'RequestUnbindSuccess',
    });
    await holder.waitForStatus(bank.cardId, 'UNBOUND');
    expect((await holder.card(other.cardId)).isDefault).toBe(true);
  });
});

describe('a bank that wants a step of its own', () => {
  it('waits for it, shows it on the home screen, and the card is active after it', async () => {
    const holder = await newHolder();
    const bound = await holder.bind('seaside-bank', holder.deviceId, { bank: { number: '4000000000090003' } });
    const waiting = await holder.waitForStatus(bound.cardId, 'AWAITING_ACTIVATION');
    expect(waiting.nextSteps.map(({ code }) => code)).toContain('ACTIVATE');
    await eventually(async () =>
      expect((await holder.home()).waiting).toMatchObject([
        { __typename: 'WaitingBinding', subject: bound.bindingId, deadline: expect.any(String) },
      ]),
    );
    expect((await holder.history(bound.cardId)).changes[0]?.trigger).toBe('ProviderWantsActivation');
    const [operation] = await rowsOf<{ id: string }>('binding', 'select id from operation where binding_id = $1', [
      bound.bindingId,
    ]);
    await fetch(`${urls['provider-simulator']}/providers/seaside-bank/operations/${operation?.id}/activation`, {
      method: 'POST',
    });
    await holder.waitForStatus(bound.cardId, 'ACTIVE');
  });
});

describe('a provider or carrier that is away', () => {
  afterAll(() => world.endFaults());

  it('while a card is handed to it: said, with the time to try again, and nothing was begun', async () => {
    const holder = await newHolder();
    const card = { bank: { number: await newCardNumber() } };
    await world.order({ provider: 'harbour-bank', kind: 'TOKENISE', mode: 'error' });
    const input = {
      idempotencyKey: newKey(),
      provider: 'harbour-bank',
      deviceId: holder.deviceId,
      consent: await consentTo('harbour-bank'),
      card,
    };
    const answer = await mutate(holder, 'startBinding', input, '... on ProviderUnavailableError { retryAt }');
    expectRefusal(answer, 'ProviderUnavailableError');
    expect(Date.parse(String(answer.retryAt))).toBeGreaterThan(Date.now());
    await world.endFaults();
    expect(await mutate(holder, 'startBinding', input)).toMatchObject({ __typename: 'StartBindingSuccess' });
  });

  it('while a code is sent: it comes as soon as the carrier is back; one it cannot deliver is said to have failed', async () => {
    const holder = await newHolder();
    const start = (subjectId: string) =>
      mutate(
        holder,
        'startChallenge',
        { idempotencyKey: newKey(), purpose: { action: 'BIND', subjectId } },
        '... on StartChallengeSuccess { challenge { id } }',
      ) as unknown as Promise<{ challenge: { id: string } }>;
    await world.order({ provider: 'sms-carrier', mode: 'error', times: 1 });
    const seen = await world.messages(holder.person.phone);
    await start('binding_01h455vb4pex5vsknk084sn02q');
    expect(await world.nextCode(holder.person.phone, seen)).toMatch(/^\d{6}$/);
    await world.order({ provider: 'sms-carrier', mode: 'refuse', times: 1 });
    const { challenge } = await start('binding_01h455vb4pex5vsknk084sn02r');
    await eventually(
      async () => {
        const answer = await holder.graph.ask<{ challenge: object }>(
          'query ($id: ID!) { challenge(id: $id) { delivery { state } resend { left at } } }',
          { id: challenge.id },
          holder.accessToken,
        );
        expect(answer.challenge).toMatchObject({ delivery: { state: 'FAILED' }, resend: { left: expect.any(Number) } });
      },
      { withinMs: 20_000 },
    );
  });
});
