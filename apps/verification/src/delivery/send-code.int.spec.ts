import { eventually } from '@bindery/testing';
import {
  aHolder,
  answer,
  codeIn,
  newPhone,
  readChallenge,
  resend,
  smsTo,
  start,
  startBind,
  wrongCode,
  type Holder,
} from '../testing/operations';
import { startVerification, type RunningVerification } from '../testing/start-verification';

let service: RunningVerification;
beforeEach(async () => (service = await startVerification()));
afterEach(() => service.stop());

const delivery = (id: string, { claims }: Holder) =>
  readChallenge(service, id, claims).then((challenge) => challenge.delivery.state as string);
const deliveredAs = (id: string, holder: Holder, state: string) =>
  eventually(async () => expect(await delivery(id, holder)).toBe(state));

describe('sending a code', () => {
  it('tells where the message is, as asked from the carrier (requirement 28)', async () => {
    const holder = await aHolder(service);
    service.carrier.state = 'DELIVERED';
    const { id, delivery: atStart } = await startBind(service, holder);
    expect(atStart.state).toBe('QUEUED');
    await deliveredAs(id, holder, 'DELIVERED');
    expect((await resend(service, id, holder.claims)).message).toContain('was delivered to your phone');
  });

  it('tells when the message failed on its way, and when the carrier does not take the number', async () => {
    const holder = await aHolder(service);
    service.carrier.state = 'FAILED';
    const failed = (await startBind(service, holder)).id;
    await deliveredAs(failed, holder, 'FAILED');
    expect(await resend(service, failed, holder.claims)).toMatchObject({
      __typename: 'ResendTooSoonError',
      message: expect.stringContaining('could not be delivered'),
      remedies: [{ code: 'ResendCode', left: 2 }],
    });
    service.carrier.mood = 'refuses';
    const refused = await start(service, { purpose: { action: 'REGISTER' }, phone: newPhone() });
    await eventually(async () =>
      expect((await readChallenge(service, refused.challenge.id)).delivery.state).toBe('FAILED'),
    );
  });

  it('reaches the phone once although the carrier broke off after taking the message', async () => {
    const holder = await aHolder(service);
    service.carrier.mood = 'loses-one-answer';
    const { id } = await startBind(service, holder);
    await deliveredAs(id, holder, 'DELIVERED');
    expect(service.carrier.messages.map(({ key }) => key)).toEqual([`${id}.1`]);
  });

  it('sends the same code again after a minute, without a new time or new tries', async () => {
    const holder = await aHolder(service);
    const { id, expiresAt } = await startBind(service, holder);
    const first = await smsTo(service, holder.phone);
    await answer(service, id, wrongCode(codeIn(first)), holder.claims);
    expect(await resend(service, id, holder.claims)).toMatchObject({
      __typename: 'ResendTooSoonError',
      remedies: [{ code: 'CheckSignal' }, { code: 'ResendCode', left: 2 }],
    });
    service.clock.advance(60_000);
    expect(await resend(service, id, holder.claims)).toMatchObject({
      __typename: 'ResendChallengeSuccess',
      challenge: { attemptsLeft: 4, expiresAt, resend: { left: 1 }, delivery: { state: 'QUEUED' } },
    });
    const second = await smsTo(service, holder.phone, 2);
    expect([codeIn(second), second.key]).toEqual([codeIn(first), `${id}.2`]);
    expect(second.text).toContain('Good for 4 minutes');
    expect((await answer(service, id, codeIn(second), holder.claims)).__typename).toBe('AnswerChallengeSuccess');
  });

  it('sends once for twenty resends at once, and twice in all', async () => {
    const holder = await aHolder(service);
    const { id } = await startBind(service, holder);
    await smsTo(service, holder.phone);
    for (const expected of [1, 1, 0]) {
      service.clock.advance(60_000);
      const answers = await Promise.all(Array.from({ length: 20 }, () => resend(service, id, holder.claims)));
      expect(answers.filter(({ __typename }) => __typename === 'ResendChallengeSuccess')).toHaveLength(expected);
    }
    expect(await resend(service, id, holder.claims)).toMatchObject({
      __typename: 'ResendsUsedUpError',
      code: 'RESENDS_USED_UP',
    });
  });

  it("sends nothing of a challenge that is over or not the viewer's", async () => {
    const [holder, other] = [await aHolder(service), await aHolder(service)];
    const { id } = await startBind(service, holder);
    expect(await resend(service, id, other.claims)).toMatchObject({ __typename: 'NotFoundError' });
    expect(await resend(service, holder.accountId, holder.claims)).toMatchObject({
      __typename: 'InvalidInputError',
      field: 'challengeId',
    });
    service.clock.advance(300_000);
    expect(await resend(service, id, holder.claims)).toMatchObject({
      __typename: 'ChallengeEndedError',
      state: 'EXPIRED',
    });
  });
});
