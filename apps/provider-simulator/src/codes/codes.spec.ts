import { newId, TestClock } from '@bindery/kernel';
import { startWorld, type World } from '../testing/start-world';
import { eventually } from '@bindery/testing';

const minuteMs = 60_000;
const member = { site: 'north-tower', memberNumber: 'NT-2001' };
const card = {
  cardNumber: '4111111111111111',
  holderName: '李梅',
  idNumber: '11010519491231002X',
  phone: '+8613800138000',
};

describe('codes of holders', () => {
  let world: World;
  let clock: TestClock;
  beforeEach(async () => {
    clock = new TestClock();
    world = await startWorld({ clock });
  });
  afterEach(() => world.stop());

  async function begin(provider: 'northgate' | 'lotus-bank') {
    const code = provider as Parameters<World['signed']>[0];
    const asked = provider === 'northgate' ? member : card;
    const { token } = (await world.signed(code, 'POST', '/tokens', asked)).body;
    const operationId = newId('operation');
    await world.operate(code, 'BIND', { token }, operationId);
    await eventually(async () =>
      expect(await world.standing(code, operationId)).toMatchObject({ status: 'ACTIVATION_REQUIRED' }),
    );
    const answer = async (typed: string) =>
      (await world.signed(code, 'POST', `/operations/${operationId}/code`, { code: typed })).body;
    return { operationId, answer, standing: () => world.standing(code, operationId) };
  }
  const sms = async () =>
    (await world.plain('GET', `/messages?to=${encodeURIComponent(card.phone)}`)).body.messages as { text: string }[];
  const newest = async () => /\d{6}/.exec((await sms())[0]?.text ?? '')?.[0] ?? '';
  const other = (code: string) => (code === '000000' ? '111111' : '000000');

  it('come from the bank to the phone that was left with it, and bind once', async () => {
    const { answer, standing } = await begin('lotus-bank');
    expect(await standing()).toMatchObject({
      activation: { steps: [{ kind: 'ENTER_CODE', sentTo: '+86138****8000' }] },
    });
    const confirmed = await answer(await newest());
    expect(confirmed).toMatchObject({ status: 'CONFIRMED', credentialReference: expect.any(String) });
    expect(await answer(await newest())).toEqual(confirmed);
  });

  it('grow old; another is sent on request, and only that one counts', async () => {
    const { answer, operationId } = await begin('lotus-bank');
    const first = await newest();
    clock.advance(5 * minuteMs);
    expect(await answer(first)).toMatchObject({ code: 'CODE_EXPIRED' });
    const resend = () => world.plain('POST', `/providers/lotus-bank/operations/${operationId}/code-resend`);
    expect(await resend()).toMatchObject({ status: 200, body: { sentTo: '+86138****8000' } });
    const second = await newest();
    if (second !== first) expect(await answer(first)).toMatchObject({ code: 'CODE_WRONG', attemptsLeft: 2 });
    expect(await answer(second)).toMatchObject({ status: 'CONFIRMED' });
    expect(await resend()).toMatchObject({ status: 404 });
  });

  it('may be wrong twice; the third time ends it', async () => {
    const { answer, standing } = await begin('lotus-bank');
    const right = await newest();
    expect(await answer(other(right))).toMatchObject({ code: 'CODE_WRONG', attemptsLeft: 2 });
    expect(await answer(other(right))).toMatchObject({ code: 'CODE_WRONG', attemptsLeft: 1 });
    expect(await answer(other(right))).toMatchObject({ code: 'CODE_USED_UP', attemptsLeft: 0 });
    expect(await standing()).toMatchObject({ status: 'REFUSED', cause: 'CODE_USED_UP' });
    expect(await answer(right)).toMatchObject({ code: 'CODE_NOT_AWAITED' });
  });

  it('are handed over by an administrator, for one member, once', async () => {
    const { answer } = await begin('northgate');
    expect(await answer('123456')).toMatchObject({ code: 'INVITATION_MISSING' });
    const invite = async (memberNumber: string) =>
      (await world.plain('POST', '/providers/northgate/invitations', { ...member, memberNumber })).body;
    const stranger = await invite('NT-2002');
    const { code } = await invite(member.memberNumber);
    if (stranger.code !== code) expect(await answer(stranger.code)).toMatchObject({ code: 'CODE_WRONG' });
    expect(await answer(code)).toMatchObject({ status: 'CONFIRMED' });
    const again = await begin('northgate');
    expect(await again.answer(code)).toMatchObject({ code: 'INVITATION_MISSING' });
    expect(await invite('NT-9999')).toMatchObject({ code: 'MEMBER_UNKNOWN' });
  });
});
