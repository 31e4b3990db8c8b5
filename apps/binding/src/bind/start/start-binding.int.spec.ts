import { newId } from '@bindery/kernel';
import {
  accessCard,
  aHolder,
  bankCard,
  bind,
  confirm,
  mutate,
  newCardNumber,
  newKey,
  proofOf,
  readBinding,
  settle,
  startInput,
  unbind,
  type Holder,
} from '../../testing/holder';
import { checkHistory, dumpAsText } from '../../testing/history-checker';
import { startBindingService, type RunningBinding } from '../../testing/start-binding-service';

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => {
  service = await startBindingService();
});
afterAll(() => service.stop());
beforeEach(() => {
  holder = aHolder();
});

const start = (input: object, by = holder) => mutate(service, by, 'startBinding', input);

describe('startBinding', () => {
  it.each([
    ['4111 1111 1111 1112', 'There is a mistake in the card number. Please check each digit.'],
    ['4111', 'The card number is too short or too long.'],
    ['not a number', 'A card number has digits only.'],
  ])('refuses the number %s', async (number, message) => {
    expect(await start(startInput(holder, 'seaside-bank', bankCard(number)))).toMatchObject({
      __typename: 'CardNumberInvalidError',
      field: 'card.bank.number',
      message,
      remedies: [{ code: 'CorrectInput' }],
    });
  });

  it('refuses an unknown provider', async () => {
    expect(await start({ ...startInput(holder), provider: 'no-such-bank' })).toMatchObject({
      __typename: 'ProviderUnknownError',
      code: 'PROVIDER_UNKNOWN',
    });
  });

  it.each([
    ['both kinds of card at once', { ...bankCard('4111111111111111'), ...accessCard() }, 'card'],
    ['no card', {}, 'card.bank'],
    ['a membership for a bank', accessCard(), 'card.bank'],
  ])('refuses %s', async (_, card, field) => {
    expect(await start(startInput(holder, 'seaside-bank', card))).toMatchObject({
      __typename: 'InvalidInputError',
      field,
    });
  });

  it('refuses a key that is too short', async () => {
    expect(await start({ ...startInput(holder), idempotencyKey: 'short' })).toMatchObject({
      __typename: 'InvalidInputError',
      field: 'idempotencyKey',
      message: 'idempotencyKey (made by the app for each request): 16 characters at least.',
    });
  });

  it.each([
    ['a card the bank does not take', 'seaside-bank', bankCard('4000000000000002'), 'CARD_NOT_ACCEPTED'],
    ['a member the site does not know', 'cloudgate', accessCard('RG-9999'), 'MEMBER_UNKNOWN'],
  ] as const)('passes on the refusal of %s', async (_, provider, card, reason) => {
    expect(await start(startInput(holder, provider, card))).toMatchObject({
      __typename: 'BindingRefusedError',
      code: reason,
      reason,
    });
  });

  it('says when to try again while the provider is away, and then works with the same key', async () => {
    const input = { ...startInput(holder), idempotencyKey: newKey() };
    service.providers['seaside-bank'].away = true;
    expect(await start(input)).toMatchObject({
      __typename: 'ProviderUnavailableError',
      remedies: [{ code: 'TryAgain' }, { code: 'ContactSupport' }],
    });
    service.providers['seaside-bank'].away = false;
    expect(await start(input)).toMatchObject({ __typename: 'StartBindingSuccess' });
  });

  it('refuses the same card on the same device, naming the binding in the way; another device is fine', async () => {
    const number = newCardNumber();
    const first = await start(startInput(holder, 'seaside-bank', bankCard(number)));
    const again = await start(startInput(holder, 'seaside-bank', bankCard(number.replace(/(.{4})/g, '$1 ').trim())));
    expect(again).toMatchObject({
      __typename: 'AlreadyBoundError',
      existing: { id: first.binding.id },
      // Not bound yet, so it cannot be taken off: it is confirmed or given up.
      remedies: [{ code: 'UseOtherCard' }],
    });

    const deviceId = newId('device');
    const at = service.clock.now().toISOString();
    await service.eventLog.publish('identity', {
      type: 'bindery.account.device-registered.v1',
      key: holder.viewer.accountId,
      sequence: 2,
      data: { accountId: holder.viewer.accountId, deviceId, platform: 'IOS', clientApp: 'WALLET', at },
    });
    const onOther = await start({ ...startInput(holder, 'seaside-bank', bankCard(number)), deviceId });
    expect(onOther).toMatchObject({
      __typename: 'StartBindingSuccess',
      binding: { card: { id: first.binding.card.id } },
    });
  });

  it('is refused by the card machine when the account is locked while the card is being handed over', async () => {
    const bank = service.providers['seaside-bank'].connector;
    const { tokenise } = bank;
    const { accountId } = holder.viewer;
    const handedOver = jest.spyOn(bank, 'tokenise').mockImplementationOnce(async (card) => {
      await service.eventLog.publish('identity', {
        type: 'bindery.account.locked.v1',
        key: accountId,
        sequence: 2,
        data: { accountId, scope: 'ACCOUNT', reason: 'FRAUD', at: service.clock.now().toISOString() } as never,
      });
      return tokenise(card);
    });
    expect(await start(startInput(holder))).toMatchObject({
      __typename: 'BindingRefusedError',
      reason: 'ACCOUNT_LOCKED',
    });
    expect(handedOver).toHaveBeenCalledTimes(1);
    const { dataSource } = service.composed;
    expect(await dataSource.query('SELECT 1 FROM card WHERE account_id = $1', [accountId])).toEqual([]);
    expect(await start(startInput(holder))).toMatchObject({ reason: 'ACCOUNT_LOCKED' });
    expect(handedOver).toHaveBeenCalledTimes(1);
    handedOver.mockRestore();
  });

  it('answers somebody else’s device, and what is no device, like an unknown one', async () => {
    for (const deviceId of [newId('device'), aHolder().viewer.deviceId, 'device']) {
      expect(await start({ ...startInput(holder), deviceId })).toMatchObject({
        __typename: 'NotFoundError',
        argument: 'deviceId',
        message: 'Device: we cannot find this.',
      });
    }
  });

  it('keeps the provider’s limit of what is bound; what is only begun does not count', async () => {
    for (let count = 0; count < 4; count++) await bind(service, holder);
    const begun = await Promise.all(Array.from({ length: 3 }, () => start(startInput(holder))));
    expect(begun.map(({ __typename }) => __typename)).toEqual(Array(3).fill('StartBindingSuccess'));
    await bind(service, holder);
    expect(await start(startInput(holder))).toMatchObject({
      __typename: 'BindingLimitError',
      limit: 5,
      message: 'This provider allows 5 cards at most.',
    });
  });

  it('lets exactly one of many starts of one card through', async () => {
    const card = bankCard();
    const all = await Promise.all(Array.from({ length: 20 }, () => start(startInput(holder, 'seaside-bank', card))));
    expect(all.filter(({ __typename }) => __typename === 'StartBindingSuccess')).toHaveLength(1);
    expect(all.filter(({ __typename }) => __typename === 'AlreadyBoundError')).toHaveLength(19);
  });

  it('has one effect for one key, a hundred times at once, and refuses the key for anything else (requirement 7)', async () => {
    const input = { ...startInput(holder), idempotencyKey: newKey() };
    const all = await Promise.all(Array.from({ length: 100 }, () => start(input)));
    expect(new Set(all.map(({ binding }) => binding.id)).size).toBe(1);
    expect(
      await service.composed.dataSource.query('SELECT count(*)::int AS count FROM binding WHERE account_id = $1', [
        holder.viewer.accountId,
      ]),
    ).toEqual([{ count: 1 }]);
    expect(await start({ ...input, card: bankCard() })).toMatchObject({ __typename: 'IdempotencyKeyReusedError' });
  });

  it('follows the earlier binding when an unbound card is bound again', async () => {
    const card = bankCard();
    const earlier = await bind(service, holder, 'seaside-bank', card);
    await unbind(service, holder, earlier.bindingId);
    await settle(service);
    const later = await start(startInput(holder, 'seaside-bank', card));
    expect(later.binding).toMatchObject({ previousBinding: { id: earlier.bindingId }, card: { id: earlier.cardId } });
    const proof = await proofOf(service, holder, 'RESTORE', earlier.bindingId);
    expect(await mutate(service, holder, 'requestRestore', { bindingId: earlier.bindingId, proof })).toMatchObject({
      __typename: 'RestoreRefusedError',
      reason: 'BOUND_AGAIN',
    });
  });
});

describe('confirmBinding and cancelBinding', () => {
  it('take a proof for this binding only, and only once', async () => {
    const { binding } = await start(startInput(holder));
    const { binding: other } = await start(startInput(holder));
    const proof = await proofOf(service, holder, 'BIND', binding.id);
    const foreign = await proofOf(service, aHolder(), 'BIND', binding.id);
    const tries = [
      [foreign, 'PROOF_FOR_OTHER_ACCOUNT'],
      [await proofOf(service, holder, 'BIND', other.id), 'PROOF_FOR_OTHER_SUBJECT'],
      [await proofOf(service, holder, 'RESTORE', binding.id), 'PROOF_FOR_OTHER_ACTION'],
      ['nonsense', 'PROOF_MALFORMED'],
    ];
    for (const [token, reason] of tries)
      expect(await mutate(service, holder, 'confirmBinding', { bindingId: binding.id, proof: token })).toMatchObject({
        __typename: 'ProofRejectedError',
        reason,
      });
    expect(await mutate(service, holder, 'confirmBinding', { bindingId: binding.id, proof })).toMatchObject({
      __typename: 'ConfirmBindingSuccess',
    });
    expect(await mutate(service, holder, 'confirmBinding', { bindingId: binding.id, proof })).toMatchObject({
      __typename: 'TransitionRefusedError',
      phase: 'BINDING',
    });
  });

  it('refuse a proof that has grown old', async () => {
    const { binding } = await start(startInput(holder));
    const proof = await proofOf(service, holder, 'BIND', binding.id);
    service.clock.advance(5 * 60_000 + 1000);
    expect(await mutate(service, holder, 'confirmBinding', { bindingId: binding.id, proof })).toMatchObject({
      reason: 'PROOF_EXPIRED',
      remedies: [{ code: 'StartChallenge' }],
    });
  });

  it('end a start that was given up, or not confirmed in time', async () => {
    const { binding } = await start(startInput(holder));
    expect(await mutate(service, holder, 'cancelBinding', { bindingId: binding.id })).toMatchObject({
      binding: { status: 'DECLINED', nextSteps: [{ code: 'REBIND' }] },
    });
    const { binding: forgotten } = await start(startInput(holder));
    service.clock.advance(31 * 60_000);
    await service.jobs.run();
    expect(await readBinding(service, holder, forgotten.id)).toMatchObject({ status: 'DECLINED' });
    expect(await mutate(service, holder, 'cancelBinding', { bindingId: forgotten.id })).toMatchObject({
      __typename: 'TransitionRefusedError',
      phase: 'DECLINED',
      possible: [],
    });
  });

  it('answer somebody else’s binding, and what is no binding, like an unknown one', async () => {
    const { binding } = await start(startInput(holder));
    const stranger = aHolder();
    for (const bindingId of [binding.id, newId('binding'), newId('card')]) {
      const answers = [
        await confirm(service, stranger, bindingId),
        await mutate(service, stranger, 'cancelBinding', { bindingId }),
      ];
      expect(answers).toEqual([answers[0], answers[0]]);
      expect(answers[0]).toMatchObject({ __typename: 'NotFoundError' });
      expect(await readBinding(service, stranger, bindingId)).toBeNull();
    }
  });
});

describe('the database after all that', () => {
  it('has a gapless history and no card number anywhere', async () => {
    const number = newCardNumber();
    await bind(service, holder, 'seaside-bank', bankCard(number));
    await bind(service, holder, 'cloudgate', accessCard('RG-1777'));
    expect(await checkHistory(service.composed.dataSource)).toBeGreaterThan(40);
    const dump = await dumpAsText(service.composed.dataSource);
    expect(dump).toContain(number.slice(-4));
    expect(dump).not.toContain(number);
    expect(dump).not.toMatch(/4111\s?11\d{2}\s?\d{4}\s?\d{4}/);
    expect(service.lines.join('\n')).not.toMatch(/411111\d{10}/);
  });
});
