import { newId } from '@bindery/kernel';
import { testViewer } from '@bindery/trust/testing';
import {
  aHolder,
  codeIn,
  eventsOf,
  newBindingId,
  newKey,
  newPhone,
  planDigest,
  readChallenge,
  smsTo,
  start,
  startBind,
} from '../../testing/operations';
import { startVerification, type RunningVerification } from '../../testing/start-verification';

let service: RunningVerification;
beforeAll(async () => (service = await startVerification()));
afterAll(() => service.stop());

describe('startChallenge', () => {
  it("sends a holder's code to the phone they confirmed, in their account's language, and says what it is for", async () => {
    const holder = await aHolder(service, 'zh-CN');
    const subjectId = newBindingId();
    const started = await start(service, { purpose: { action: 'UNBIND', subjectId, planDigest } }, holder.claims);
    expect(started).toMatchObject({
      __typename: 'StartChallengeSuccess',
      challenge: {
        action: 'UNBIND',
        subjectId,
        factor: 'SMS_CODE',
        sentTo: `+86 ••• ${holder.phone.slice(-2)}`,
        attemptsLeft: 5,
        state: 'PENDING',
        alternatives: [],
        resend: { left: 2, at: new Date(service.clock.now().getTime() + 60_000).toISOString() },
        expiresAt: new Date(service.clock.now().getTime() + 300_000).toISOString(),
        shownWords: 'This takes the card off your account, exactly as the plan 4f3a2b1c lists it.',
      },
    });
    expect((await smsTo(service, holder.phone)).text).toMatch(/^【Bindery】验证码 \d{6}，用于从您的账户解绑一张卡/);
  });

  it('sends a code for one offer of a loan, which is kept with its digest', async () => {
    const holder = await aHolder(service, 'en');
    const purpose = { action: 'OPEN_LOAN', subjectId: newBindingId(), planDigest };
    expect(await start(service, { purpose }, holder.claims)).toMatchObject({
      __typename: 'StartChallengeSuccess',
      challenge: { shownWords: 'This takes out the loan exactly as the offer 4f3a2b1c says it.' },
    });
    expect((await smsTo(service, holder.phone)).text).toContain('TAKE OUT A LOAN');
  });

  it('answers alike for a phone with an account and one without (RESET_PASSWORD)', async () => {
    const { phone: known } = await aHolder(service);
    const unknown = newPhone();
    const [first, second] = await Promise.all(
      [known, unknown].map((phone) => start(service, { purpose: { action: 'RESET_PASSWORD' }, phone })),
    );
    const shape = (answer: typeof first) => JSON.stringify(answer).replaceAll(/challenge_\w+|••• \d\d/g, '');
    expect(shape(first)).toBe(shape(second));
    expect((await smsTo(service, known)).text.replace(/\d{6}/, '')).toBe(
      (await smsTo(service, unknown)).text.replace(/\d{6}/, ''),
    );
  });

  it.each([
    { action: 'BIND', subjectId: newBindingId() },
    { action: 'UNBIND', subjectId: newBindingId(), planDigest },
    { action: 'RESTORE', subjectId: newBindingId() },
    { action: 'FOUND', subjectId: newId('card') },
    { action: 'MOVE', subjectId: newId('device'), planDigest },
    { action: 'OPEN_LOAN', subjectId: newBindingId(), planDigest },
  ])('begins for $action', async (purpose) => {
    const { claims } = await aHolder(service);
    expect(await start(service, { purpose }, claims)).toMatchObject({
      __typename: 'StartChallengeSuccess',
      challenge: { action: purpose.action, subjectId: purpose.subjectId },
    });
  });

  it.each(['BIND', 'UNBIND', 'RESTORE'])('asks a stranger to sign in for %s', async (action) => {
    const refused = await start(service, { purpose: { action, subjectId: newBindingId(), planDigest } });
    expect(refused.errors[0].extensions).toEqual({ code: 'UNAUTHENTICATED', remedies: [{ code: 'LogIn' }] });
  });

  it.each([
    ['CANCEL_MANDATE', 'This cancels a recurring payment of the card, exactly as the offer 4f3a2b1c names it.'],
    [
      'MOVE_MANDATE',
      'This moves a recurring payment of the card to another card of yours, exactly as the offer 4f3a2b1c names both.',
    ],
    ['SETTLE_PENDING', 'This pays a pending payment of the card, exactly as the offer 4f3a2b1c names it.'],
    ['WITHDRAW_BALANCE', 'This pays out the balance of the card, exactly as the offer 4f3a2b1c names it.'],
    ['MOVE', 'This moves the cards of your other device to this one, exactly as the plan 4f3a2b1c lists it.'],
  ])('asks for %s by what was shown, and refuses it without', async (action, shownWords) => {
    const { claims } = await aHolder(service);
    const subjectId = action === 'MOVE' ? newId('device') : newBindingId();
    expect(await start(service, { purpose: { action, subjectId, planDigest } }, claims)).toMatchObject({
      __typename: 'StartChallengeSuccess',
      challenge: { action, subjectId, shownWords },
    });
    expect(await start(service, { purpose: { action, subjectId } }, claims)).toMatchObject({
      __typename: 'InvalidInputError',
      field: 'purpose.planDigest',
    });
  });

  it('refuses UNBIND without the digest of its plan', async () => {
    const { claims } = await aHolder(service);
    const refused = await start(service, { purpose: { action: 'UNBIND', subjectId: newBindingId() } }, claims);
    expect(refused).toMatchObject({
      __typename: 'InvalidInputError',
      field: 'purpose.planDigest',
      remedies: [{ code: 'CorrectInput' }],
    });
  });

  it('never sends a signed-in code to a phone that the viewer names', async () => {
    const { claims } = await aHolder(service);
    const phone = newPhone();
    const refused = await start(service, { purpose: { action: 'BIND', subjectId: newBindingId() }, phone }, claims);
    expect(refused).toMatchObject({ __typename: 'InvalidInputError', field: 'phone' });
    expect(service.carrier.messages.filter(({ to }) => to === phone)).toEqual([]);
  });

  it.each(['12', '+861', 'not a phone'])('refuses the phone %s', async (phone) => {
    const refused = await start(service, { purpose: { action: 'REGISTER' }, phone }, { locale: 'zh-CN' });
    expect(refused).toMatchObject({
      __typename: 'VerificationPhoneInvalidError',
      code: 'PHONE_INVALID',
      message: expect.stringContaining('手机号'),
      remedies: [{ code: 'CorrectInput' }],
    });
  });

  it.each(['+449098790123', '+19002345678', '+979123456789', '+881612345678', '+861088888888'])(
    'says that a mobile number is needed instead of %s, before anything is counted or sent',
    async (phone) => {
      for (const action of ['REGISTER', 'RESET_PASSWORD'])
        expect(await start(service, { purpose: { action }, phone }, { locale: 'zh-CN' })).toMatchObject({
          __typename: 'VerificationPhoneInvalidError',
          code: 'MOBILE_NUMBER_NEEDED',
          message: expect.stringContaining('需要填写手机号'),
          remedies: [{ code: 'CorrectInput' }],
        });
      const registered = await aHolder(service, 'en', phone);
      expect(await start(service, { purpose: { action: 'RESET_PASSWORD' }, phone })).toMatchObject({
        code: 'MOBILE_NUMBER_NEEDED',
        message: expect.stringContaining('A mobile number is needed'),
      });
      const purpose = { action: 'BIND', subjectId: newBindingId() };
      expect(await start(service, { purpose }, registered.claims)).toMatchObject({
        __typename: 'NoContactPointError',
        remedies: [{ code: 'ContactSupport' }],
      });
      const [stored] = await service.sql<{ count: string }>(
        "SELECT (SELECT count(*) FROM challenge WHERE account_id = $1) || ' ' || (SELECT count(*) FROM idempotency_key WHERE owner = $1) AS count",
        [registered.accountId],
      );
      expect(stored?.count).toBe('0 0');
      expect(service.carrier.messages.filter(({ to }) => to === phone)).toEqual([]);
    },
  );

  it('says so when nothing is confirmed, or nothing that the factor can reach', async () => {
    const nobody = { viewer: testViewer({ accountId: newId('account') }) };
    const purpose = { action: 'BIND', subjectId: newBindingId() };
    expect(await start(service, { purpose }, nobody)).toMatchObject({
      __typename: 'NoContactPointError',
      remedies: [{ code: 'TryAgain', at: expect.any(String) }, { code: 'ContactSupport' }],
    });
    const { claims } = await aHolder(service);
    expect(await start(service, { purpose, factor: 'EMAIL_CODE' }, claims)).toMatchObject({
      __typename: 'NoContactPointError',
      remedies: [{ code: 'UseOtherFactor', factor: 'SMS_CODE' }, { code: 'ContactSupport' }],
    });
    for (let spent = 0; spent < 10; spent += 1) await start(service, { purpose }, claims);
    expect(await start(service, { purpose }, claims)).toMatchObject({ __typename: 'TooManyChallengesError' });
    expect(await start(service, { purpose, factor: 'EMAIL_CODE' }, claims)).toMatchObject({
      __typename: 'NoContactPointError',
      remedies: [{ code: 'ContactSupport' }],
    });
  });

  it('has one effect when sent fifty times with one key (requirement 7)', async () => {
    const holder = await aHolder(service);
    const input = { idempotencyKey: newKey(), purpose: { action: 'RESTORE', subjectId: newBindingId() } };
    const answers = await Promise.all(Array.from({ length: 50 }, () => start(service, input, holder.claims)));
    expect(new Set(answers.map(({ challenge }) => challenge.id)).size).toBe(1);
    await smsTo(service, holder.phone);
    expect(service.carrier.messages.filter(({ to }) => to === holder.phone)).toHaveLength(1);
    expect(await eventsOf(service, answers[0].challenge.id)).toHaveLength(1);
  });

  it('refuses a key that was used for something else, and one that is no key', async () => {
    const { claims } = await aHolder(service);
    const idempotencyKey = newKey();
    await start(service, { idempotencyKey, purpose: { action: 'BIND', subjectId: newBindingId() } }, claims);
    expect(
      await start(service, { idempotencyKey, purpose: { action: 'BIND', subjectId: newBindingId() } }, claims),
    ).toMatchObject({ __typename: 'IdempotencyKeyReusedError' });
    expect(
      await start(service, { idempotencyKey: 'short', purpose: { action: 'REGISTER' }, phone: newPhone() }),
    ).toMatchObject({ field: 'idempotencyKey' });
  });

  it('ends the earlier challenge for the same purpose, and keeps what was used up', async () => {
    const holder = await aHolder(service);
    const subjectId = newBindingId();
    const [earlier, other] = [await startBind(service, holder, subjectId), await startBind(service, holder)];
    const newer = await startBind(service, holder, subjectId);
    const states = await Promise.all(
      [earlier, other, newer].map(async ({ id }) => (await readChallenge(service, id, holder.claims)).state),
    );
    expect(states).toEqual(['EXPIRED', 'PENDING', 'PENDING']);
    expect((await eventsOf(service, earlier.id)).map(({ type, sequence }) => [type, sequence])).toEqual([
      ['bindery.challenge.started.v1', 1],
      ['bindery.challenge.expired.v1', 2],
    ]);
  });

  it("does not let a stranger elsewhere end the code that a phone's owner is about to enter", async () => {
    const phone = newPhone();
    const owner = await start(service, { purpose: { action: 'REGISTER' }, phone }, { clientAddress: '192.0.2.1' });
    await start(service, { purpose: { action: 'REGISTER' }, phone }, { clientAddress: '198.51.100.1' });
    expect((await readChallenge(service, owner.challenge.id)).state).toBe('PENDING');
  });

  it('keeps the code itself nowhere: not in the database, not in the log', async () => {
    const holder = await aHolder(service);
    await startBind(service, holder);
    const code = codeIn(await smsTo(service, holder.phone));
    for (const table of ['challenge', 'outbox_events', 'idempotency_key', 'graphile_worker._private_jobs']) {
      const rows = await service.sql<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM ${table} t`);
      expect(rows.map(({ row }) => row).filter((row) => new RegExp(`\\b${code}\\b`).test(row))).toEqual([]);
    }
    expect(service.lines.filter((line) => line.includes(code))).toEqual([]);
  });
});
