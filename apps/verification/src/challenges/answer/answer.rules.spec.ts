import { newId } from '@bindery/kernel';
import { aChallenge } from '../testing/challenge-builder';
import { decideAnswer } from './answer.rules';
import type { Challenge } from '../challenge.rules';

const at = (time: string) => new Date(`2026-01-01T${time}Z`);
const newProofId = newId('proof');
const firstProofId = newId('proof');
const given = (isRight: boolean, time = '00:01:00') => ({
  isRight,
  now: at(time),
  newProofId,
  proofLifetimeMs: 300_000,
});
const answered = (overrides: Partial<Challenge> = {}) =>
  aChallenge({ state: 'ANSWERED', version: 2, answeredAt: at('00:01:00'), proofId: firstProofId, ...overrides });

describe('decideAnswer', () => {
  it('grants a proof for the right code', () => {
    const decision = decideAnswer(aChallenge(), given(true));
    expect(decision).toMatchObject({
      kind: 'GRANTED',
      proofId: newProofId,
      challenge: { state: 'ANSWERED', version: 2, answeredAt: at('00:01:00') },
    });
  });

  it('counts wrong answers and is exhausted by the fifth', () => {
    let challenge = aChallenge();
    const states = [1, 2, 3, 4, 5].map(() => {
      const decision = decideAnswer(challenge, given(false));
      if (decision.kind === 'WRONG') challenge = decision.challenge;
      return `${challenge.wrongAnswers} ${challenge.state} ${challenge.version}`;
    });
    expect(states).toEqual(['1 PENDING 1', '2 PENDING 1', '3 PENDING 1', '4 PENDING 1', '5 EXHAUSTED 2']);
    expect(decideAnswer(challenge, given(true))).toEqual({ kind: 'ENDED', state: 'EXHAUSTED' });
  });

  it('is over at the last moment of its five minutes, not before', () => {
    expect(decideAnswer(aChallenge(), given(true, '00:04:59.999')).kind).toBe('GRANTED');
    expect(decideAnswer(aChallenge(), given(true, '00:05:00'))).toEqual({ kind: 'ENDED', state: 'EXPIRED' });
  });

  it('gives the first proof again while it is good, also after the time of the code', () => {
    expect(decideAnswer(answered(), given(true, '00:05:30'))).toMatchObject({
      kind: 'GRANTED_BEFORE',
      challenge: { proofId: firstProofId },
    });
    expect(decideAnswer(answered(), given(true, '00:06:00'))).toEqual({ kind: 'ENDED', state: 'ANSWERED' });
  });

  it('counts wrong answers after the right one too, so that nobody can guess for the proof', () => {
    expect(decideAnswer(answered({ wrongAnswers: 3 }), given(false))).toMatchObject({
      kind: 'WRONG',
      challenge: { wrongAnswers: 4, state: 'ANSWERED', version: 2 },
    });
    expect(decideAnswer(answered({ wrongAnswers: 5 }), given(true))).toEqual({ kind: 'ENDED', state: 'ANSWERED' });
  });
});
