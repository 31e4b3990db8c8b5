import { unwrap } from '@bindery/kernel';
import { aChallenge, aSending } from '../testing/challenge-builder';
import { decideResend, resendLeft } from './resend.rules';

const at = (time: string) => new Date(`2026-01-01T${time}Z`);

describe('decideResend', () => {
  it('waits a minute between sends', () => {
    expect(decideResend(aChallenge(), at('00:00:59.999'))).toEqual({
      ok: false,
      error: { kind: 'RESEND_TOO_SOON', at: at('00:01:00'), left: 2, delivery: 'QUEUED' },
    });
    expect(decideResend(aChallenge(), at('00:01:00')).ok).toBe(true);
  });

  it('moves neither the time nor the tries', () => {
    const before = aChallenge({ wrongAnswers: 3, sending: aSending({ deliveryState: 'FAILED', messageId: 'sms_1' }) });
    const after = unwrap(decideResend(before, at('00:01:00')));
    expect(after).toEqual({
      ...before,
      sending: {
        ...before.sending,
        sends: 2,
        lastSendAt: at('00:01:00'),
        messageId: null,
        deliveryState: 'QUEUED',
        deliveryAt: at('00:01:00'),
      },
    });
  });

  it('sends twice more at most', () => {
    const twice = unwrap(decideResend(unwrap(decideResend(aChallenge(), at('00:01:00'))), at('00:02:00')));
    expect(resendLeft(twice, at('00:02:00'))).toEqual({ left: 0, at: null });
    expect(decideResend(twice, at('00:03:00'))).toEqual({ ok: false, error: { kind: 'RESENDS_USED_UP' } });
  });

  it('offers no resend that would come after the end', () => {
    const late = aChallenge({ sending: aSending({ lastSendAt: at('00:04:30'), sends: 2 }) });
    expect(resendLeft(late, at('00:04:40'))).toEqual({ left: 0, at: null });
  });

  it('has nothing to send again where nothing was sent', () => {
    const unsent = aChallenge({ sending: null });
    expect(resendLeft(unsent, at('00:01:00'))).toEqual({ left: 0, at: null });
    expect(decideResend(unsent, at('00:01:00'))).toEqual({ ok: false, error: { kind: 'RESENDS_USED_UP' } });
  });

  it.each([
    [aChallenge({ state: 'EXHAUSTED' }), '00:01:00', 'EXHAUSTED'],
    [aChallenge({ state: 'ANSWERED' }), '00:01:00', 'ANSWERED'],
    [aChallenge(), '00:05:00', 'EXPIRED'],
  ])('refuses one that is over (%#)', (challenge, time, state) => {
    expect(decideResend(challenge, at(time))).toEqual({ ok: false, error: { kind: 'CHALLENGE_ENDED', state } });
  });
});
