import { newKey } from '@bindery/wallet-client';
import { expectRefusal, mutate, type Answer } from './testing/mutate';
import { consentTo } from './testing/consent';
import { bindBankCard, newCardNumber, newMembership, type BoundCard } from './testing/cards';
import { graph, newHolder, newPerson, type Holder } from './system/the-system';

const startChallenge = (phone: string) => ({ idempotencyKey: newKey(), purpose: { action: 'REGISTER' }, phone });

describe('a phone that cannot be read', () => {
  const anonymous = { graph: graph() };
  const device = { name: 'Phone', platform: 'IOS', installationId: 'installation-1' };

  it.each(['not a phone', '12', '+86137', '+999 123', ''])(
    'is refused wherever one is asked for: "%s"',
    async (phone) => {
      expectRefusal(await mutate(anonymous, 'startChallenge', startChallenge(phone)), 'VerificationPhoneInvalidError');
      expectRefusal(
        await mutate({ graph: graph('zh-CN') }, 'startChallenge', startChallenge(phone)),
        'VerificationPhoneInvalidError',
        'zh-CN',
      );
      const logIn = {
        idempotencyKey: newKey(),
        phone,
        password: 'quiet-lantern-58-orchard',
        device,
      };
      expectRefusal(await mutate(anonymous, 'logIn', logIn), 'PhoneInvalidError');
      const register = {
        idempotencyKey: newKey(),
        phone,
        password: 'quiet-lantern-58-orchard',
        displayName: 'Nobody',
        locale: 'en',
        proof: 'none',
      };
      expectRefusal(await mutate(anonymous, 'register', register), 'PhoneInvalidError');
    },
  );
});

describe('starting to bind', () => {
  let holder: Holder;
  let bank: BoundCard;
  beforeAll(async () => {
    holder = await newHolder();
    bank = await bindBankCard(holder);
  });

  const start = async (
    change: { readonly provider?: string; readonly [field: string]: unknown },
    more = '',
    locale: 'en' | 'zh-CN' = 'en',
  ) =>
    mutate(
      { graph: graph(locale), accessToken: holder.accessToken },
      'startBinding',
      {
        idempotencyKey: newKey(),
        provider: 'seaside-bank',
        deviceId: holder.deviceId,
        consent: await consentTo(change.provider ?? 'seaside-bank'),
        card: { bank: { number: bank.number } },
        ...change,
      },
      more,
    );

  it.each(['4242 4242 4242 4241', '4242', '4242-4242-4242-424x', '', '1'.repeat(5_000)])(
    'refuses a number that fails its own check, before anybody is asked: %#',
    async (number) => {
      const field = '... on CardNumberInvalidError { field }';
      const answer = await start({ card: { bank: { number } } }, field);
      expectRefusal(answer, 'CardNumberInvalidError');
      expect(answer.field).toBe('card.bank.number');
      expectRefusal(await start({ card: { bank: { number } } }, field, 'zh-CN'), 'CardNumberInvalidError', 'zh-CN');
    },
  );

  it('refuses a provider that there is not', async () => {
    expectRefusal(await start({ provider: 'moon-bank' }), 'ProviderUnknownError');
    expectRefusal(await start({ provider: '__proto__' }, '', 'zh-CN'), 'ProviderUnknownError', 'zh-CN');
  });

  it('refuses what the provider does not accept, with its reason', async () => {
    const reason = '... on BindingRefusedError { reason }';
    const member = await start(
      { provider: 'cloudgate', card: { access: { site: 'riverside', memberNumber: 'RG-9999' } } },
      reason,
    );
    expectRefusal(member, 'BindingRefusedError');
    expect(member.reason).toBe('MEMBER_UNKNOWN');
    const card = await start({ card: { bank: { number: '4000000000000002' } } }, reason, 'zh-CN');
    expectRefusal(card, 'BindingRefusedError', 'zh-CN');
    expect(card.reason).toBe('CARD_NOT_ACCEPTED');
  });

  it('refuses the same card on the same device, and names the binding in the way', async () => {
    const answer = await start({}, '... on AlreadyBoundError { existing { id device { name } } }');
    expectRefusal(answer, 'AlreadyBoundError');
    expect(answer.existing).toEqual({ id: bank.bindingId, device: { name: 'Pixel 9' } });
  });

  it('refuses a card of another kind, two cards at once and none', async () => {
    const field = '... on InvalidInputError { field }';
    for (const card of [newMembership(), { bank: { number: bank.number }, ...newMembership() }, {}])
      expectRefusal(await start({ card }, field), 'InvalidInputError');
  });

  it('refuses text that is too long or empty', async () => {
    const field = '... on InvalidInputError { field }';
    const fieldOf = async (change: Record<string, unknown>) => (await start(change, field)).field;
    expect(await fieldOf({ consent: { text: 'x'.repeat(10_001), version: '1' } })).toBe('consent.text');
    expect(await fieldOf({ consent: { text: ' ', version: '1' } })).toBe('consent.text');
    expect(await fieldOf({ consent: { text: 'x', version: 'v'.repeat(65) } })).toBe('consent.version');
    expect(await fieldOf({ consent: { text: 'x', version: '\ud800' } })).toBe('consent.version');
    expect(await fieldOf({ consent: { text: 'x\0', version: '2026-01' } })).toBe('consent.text');
    expect(
      await fieldOf({ provider: 'cloudgate', card: { access: { site: 'riverside', memberNumber: 'R'.repeat(65) } } }),
    ).toBe('card.access.memberNumber');
  });

  it('refuses a consent to other terms than the provider’s, and answers those', async () => {
    const terms = '... on TermsChangedError { terms { version text locale } }';
    const current = await consentTo('seaside-bank');
    for (const consent of [
      { version: '1999-01', text: 'nothing' },
      { ...current, text: 'I agree.' },
    ]) {
      const answer = await start({ consent }, terms);
      expectRefusal(answer, 'TermsChangedError');
      expect(answer['terms']).toEqual({ ...current, locale: 'en' });
      expectRefusal(await start({ consent }, terms, 'zh-CN'), 'TermsChangedError', 'zh-CN');
    }
  });

  it('refuses a sixth card of a bank that allows five', async () => {
    for (let count = 1; count < 5; count++) await bindBankCard(holder);
    const answer = await start(
      { card: { bank: { number: await newCardNumber() } } },
      '... on BindingLimitError { limit }',
    );
    expectRefusal(answer, 'BindingLimitError');
    expect(answer.limit).toBe(5);
  });
});

describe('an idempotency key', () => {
  let holder: Holder;
  let terms: object;
  beforeAll(async () => {
    holder = await newHolder();
    terms = await consentTo('cloudgate');
  });

  /** For each service, two different wishes. */
  const wishes: readonly (readonly [name: string, one: () => object, other: () => object])[] = [
    ['startBinding', () => startInput('RG-1001'), () => startInput('RG-1002')],
    [
      'startChallenge',
      () => ({ purpose: { action: 'BIND', subjectId: 'binding_01h455vb4pex5vsknk084sn02q' } }),
      () => ({ purpose: { action: 'RESTORE', subjectId: 'binding_01h455vb4pex5vsknk084sn02q' } }),
    ],
    ['logIn', () => logInInput('Tablet'), () => logInInput('Laptop')],
    ['setNotificationPreferences', () => preference(false), () => preference(true)],
  ];
  const startInput = (memberNumber: string) => ({
    provider: 'cloudgate',
    deviceId: holder.deviceId,
    consent: terms,
    card: { access: { site: 'riverside', memberNumber } },
  });
  const logInInput = (name: string) => ({
    phone: holder.person.phone,
    password: holder.person.password,
    device: { name, platform: 'IOS', installationId: `device-of-${name}` },
  });
  const preference = (enabled: boolean) => ({ preferences: [{ kind: 'WELCOME', channel: 'SMS', enabled }] });

  it.each(wishes)(
    'of %s is good for one wish: repeated it gets the same answer, for another a refusal',
    async (name, one, other) => {
      const idempotencyKey = newKey();
      const first = await mutate(holder, name, { idempotencyKey, ...one() });
      expect(first.__typename).toMatch(/Success$/);
      expect(await mutate(holder, name, { idempotencyKey, ...one() })).toMatchObject({ __typename: first.__typename });
      const reused = await mutate(holder, name, { idempotencyKey, ...other() });
      expectRefusal(reused, 'IdempotencyKeyReusedError');
      expectRefusal(
        await mutate({ graph: graph('zh-CN'), accessToken: holder.accessToken }, name, { idempotencyKey, ...other() }),
        'IdempotencyKeyReusedError',
        'zh-CN',
      );
    },
  );

  it.each(wishes)('of %s has its form', async (name, one) => {
    for (const idempotencyKey of ['', 'short', 'a'.repeat(65), 'sixteen letters!', "1234567890123456'; --"]) {
      const refused: Answer | { code?: string | undefined } = await mutate(holder, name, {
        idempotencyKey,
        ...one(),
      }).catch((error: { code?: string }) => ({ code: error.code }));
      expect(['INVALID_INPUT', 'BAD_USER_INPUT']).toContain(refused.code);
    }
  });
});

describe('text for a new account', () => {
  it('has limits', async () => {
    const person = newPerson();
    const proof = await person.prove({ action: 'REGISTER' });
    const good = {
      phone: person.person.phone,
      password: person.person.password,
      displayName: 'A',
      locale: 'en',
      proof,
    };
    const register = (change: object) =>
      mutate(
        person,
        'register',
        { idempotencyKey: newKey(), ...good, ...change },
        '... on InvalidInputError { field }',
      );
    expect(await register({ displayName: 'x'.repeat(10_000) })).toMatchObject({
      __typename: 'InvalidInputError',
      field: 'displayName',
    });
    expect(await register({ locale: 'tlh' })).toMatchObject({ __typename: 'InvalidInputError', field: 'locale' });
    expect((await register({ password: 'x'.repeat(10_000) })).__typename).toBe('InvalidInputError');
    expectRefusal(await register({ password: 'short' }), 'PasswordTooWeakError');
    expectRefusal(await register({ proof: 'no.real.proof' }), 'IdentityProofRejectedError');
    expect((await register({})).__typename).toBe('RegisterSuccess');
  });
});
