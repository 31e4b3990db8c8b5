import { decodeJwt } from 'jose';
import { unwrap } from '@bindery/kernel';
import { verifyProof } from '@bindery/trust';
import {
  aHolder,
  answer,
  codeIn,
  eventsOf,
  newBindingId,
  newPhone,
  planDigest,
  readChallenge,
  smsTo,
  start,
  startBind,
  wrongCode,
  type Answer,
  type Holder,
} from '../../testing/operations';
import { startVerification, type RunningVerification } from '../../testing/start-verification';

let service: RunningVerification;
let holder: Holder;
let challenge: Answer;
let code: string;

beforeAll(async () => (service = await startVerification()));
afterAll(() => service.stop());
beforeEach(async () => {
  holder = await aHolder(service);
  challenge = await startBind(service, holder);
  code = codeIn(await smsTo(service, holder.phone));
});

describe('answerChallenge', () => {
  it('gives a proof that says exactly who may do what, until when', async () => {
    const subjectId = newBindingId();
    const unbind = (await start(service, { purpose: { action: 'UNBIND', subjectId, planDigest } }, holder.claims))
      .challenge;
    const answered = await answer(service, unbind.id, codeIn(await smsTo(service, holder.phone, 2)), holder.claims);
    const expiresAt = new Date(service.clock.now().getTime() + 300_000);
    expect(answered).toMatchObject({
      __typename: 'AnswerChallengeSuccess',
      proof: { action: 'UNBIND', subjectId, planDigest, expiresAt: expiresAt.toISOString() },
    });
    const [, granted] = await eventsOf(service, unbind.id);
    const seconds = Math.floor(service.clock.now().getTime() / 1000);
    expect(decodeJwt(answered.proof.token)).toEqual({
      iss: 'bindery-verification',
      jti: granted?.data.proofId,
      sub: holder.accountId,
      action: 'UNBIND',
      subjectId,
      planDigest,
      factor: 'SMS_CODE',
      iat: seconds,
      exp: seconds + 300,
    });
    const proof = await verifyProof(
      answered.proof.token,
      { accountId: holder.accountId, action: 'UNBIND', subjectId, planDigest },
      service.proofKeys,
      service.clock.now(),
    );
    expect(unwrap(proof).id).toMatch(/^proof_/);
  });

  it('gives an anonymous proof for the phone that was proved', async () => {
    const phone = newPhone();
    const started = await start(service, { purpose: { action: 'REGISTER' }, phone });
    const { proof } = await answer(service, started.challenge.id, codeIn(await smsTo(service, phone)), {
      clientAddress: '203.0.113.9',
    });
    expect(proof).toMatchObject({ action: 'REGISTER', subjectId: phone, planDigest: null });
    expect(
      await verifyProof(
        proof.token,
        { action: 'REGISTER', subjectId: { phone, keys: service.contactKeys } },
        service.proofKeys,
        service.clock.now(),
      ),
    ).toMatchObject({ ok: true });
    expect(JSON.stringify(decodeJwt(proof.token))).not.toContain(phone.slice(3));
    expect(started.challenge.subjectId).toBeNull();
  });

  it('gives the same token again while it is good, one grant in all, and then says that it was used', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => answer(service, challenge.id, code, holder.claims)),
    );
    service.clock.advance(299_000);
    answers.push(await answer(service, challenge.id, code, holder.claims));
    expect(new Set(answers.map(({ proof }) => proof.token)).size).toBe(1);
    expect((await eventsOf(service, challenge.id)).map(({ type }) => type)).toEqual([
      'bindery.challenge.started.v1',
      'bindery.proof.granted.v1',
    ]);
    service.clock.advance(1_000);
    expect(await answer(service, challenge.id, code, holder.claims)).toMatchObject({
      __typename: 'ChallengeEndedError',
      code: 'CHALLENGE_ANSWERED',
      state: 'ANSWERED',
      remedies: [{ code: 'StartChallenge' }, { code: 'ContactSupport' }],
    });
  });

  it('counts five wrong codes down and is over, also for the right one (requirement 36)', async () => {
    const wrong = [];
    for (let n = 1; n <= 5; n++) wrong.push(await answer(service, challenge.id, wrongCode(code, n), holder.claims));
    expect(wrong.map(({ __typename, attemptsLeft }) => `${__typename} ${attemptsLeft}`)).toEqual(
      [4, 3, 2, 1, 0].map((left) => `WrongCodeError ${left}`),
    );
    expect(wrong[0].remedies).toMatchObject([
      { code: 'TryAgain', left: 4 },
      { code: 'ResendCode', left: 2, at: challenge.resend.at },
    ]);
    expect(wrong[4].remedies.map((remedy: Answer) => remedy.code)).toEqual(['StartChallenge', 'ContactSupport']);
    expect(await answer(service, challenge.id, code, holder.claims)).toMatchObject({
      __typename: 'ChallengeEndedError',
      state: 'EXHAUSTED',
    });
    expect((await eventsOf(service, challenge.id)).map(({ type, sequence }) => [type, sequence])).toEqual([
      ['bindery.challenge.started.v1', 1],
      ['bindery.challenge.exhausted.v1', 2],
    ]);
    const told = service.lines.filter((line) => line.includes(`"user.id":"${holder.accountId}"`));
    expect(told.map((line) => JSON.parse(line)['event.action'])).toEqual(['code-refused', 'challenge-exhausted']);
    for (const secret of [code, wrongCode(code, 1), holder.phone]) expect(told.join('')).not.toContain(secret);
  });

  it('looks at five of a hundred guesses made at once', async () => {
    const guesses = await Promise.all(
      Array.from({ length: 100 }, (_, n) => answer(service, challenge.id, wrongCode(code, n + 1), holder.claims)),
    );
    const kinds = guesses.map(({ __typename }) => __typename);
    expect(kinds.filter((kind) => kind === 'WrongCodeError')).toHaveLength(5);
    expect(kinds.filter((kind) => kind === 'ChallengeEndedError')).toHaveLength(95);
    expect((await readChallenge(service, challenge.id, holder.claims)).attemptsLeft).toBe(0);
  });

  it('looks at five of a hundred guesses that come as aliases of one request', async () => {
    const aliases = Array.from(
      { length: 100 },
      (_, n) =>
        `g${n}: answerChallenge(input: { challengeId: "${challenge.id}", code: "${wrongCode(code, n + 1)}" }) { __typename }`,
    );
    const { data }: { data: Record<string, Answer> } = await service.ask(
      `mutation { ${aliases.join(' ')} }`,
      {},
      holder.claims,
    );
    expect(Object.values(data).filter(({ __typename }) => __typename === 'WrongCodeError')).toHaveLength(5);
  });

  it('is over after five minutes, whoever has noticed', async () => {
    service.clock.advance(300_000);
    expect(await answer(service, challenge.id, code, holder.claims)).toMatchObject({
      __typename: 'ChallengeEndedError',
      state: 'EXPIRED',
    });
    expect((await readChallenge(service, challenge.id, holder.claims)).state).toBe('EXPIRED');
  });

  it("answers alike for somebody else's challenge and an unknown one", async () => {
    const other = await aHolder(service);
    const unknown = await answer(service, 'challenge_01h455vb4pex5vsknk084sn02q', code, other.claims);
    expect(unknown).toMatchObject({ __typename: 'NotFoundError' });
    expect(await answer(service, challenge.id, code, other.claims)).toEqual(unknown);
    expect(await answer(service, challenge.id, code)).toEqual(unknown);
    expect(await readChallenge(service, challenge.id, other.claims)).toBeNull();
    expect(await readChallenge(service, challenge.id)).toBeNull();
    expect((await readChallenge(service, challenge.id, holder.claims)).attemptsLeft).toBe(5);
  });

  it('refuses what is no id of a challenge', async () =>
    expect(await answer(service, holder.accountId, code, holder.claims)).toMatchObject({
      __typename: 'InvalidInputError',
      field: 'challengeId',
    }));

  it('refuses what is no code without counting it, and reads a code as people type it', async () => {
    expect(await answer(service, challenge.id, '12345', holder.claims)).toMatchObject({
      __typename: 'InvalidInputError',
      field: 'code',
      message: 'The code has six digits.',
    });
    expect((await readChallenge(service, challenge.id, holder.claims)).attemptsLeft).toBe(5);
    const fullWidth = [...code].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');
    expect(
      await answer(service, challenge.id, ` ${fullWidth.slice(0, 3)} ${fullWidth.slice(3)}`, holder.claims),
    ).toMatchObject({ __typename: 'AnswerChallengeSuccess' });
  });
});
