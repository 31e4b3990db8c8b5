import { documents } from '../documents';
import { pause } from '../pause';
import type { ObligationActKind, Outcome } from '../wallet-types';
import { newKey, settleTimeoutMs, type Connection } from './connection';
import { expectMember } from './outcome';
import type { Person, TextMessages } from './person';

export interface Purpose {
  readonly action:
    'REGISTER' | 'RESET_PASSWORD' | 'BIND' | 'UNBIND' | 'RESTORE' | 'FOUND' | 'MOVE' | 'OPEN_LOAN' | ObligationActKind;
  readonly subjectId?: string;
  readonly planDigest?: string;
}

/** What a person does to show that it is them. */
export function createProofs(connection: Connection, texts: TextMessages, { phone }: Person) {
  const { mutate } = connection;

  /** Just after registering, the phone may not be known everywhere yet; then it is asked again. */
  async function startChallenge(input: object): Promise<Outcome> {
    const deadline = Date.now() + settleTimeoutMs;
    for (;;) {
      const outcome = await mutate(documents.startChallenge, { idempotencyKey: newKey(), ...input });
      if (outcome.__typename !== 'NoContactPointError' || Date.now() > deadline) return outcome;
      await pause(100);
    }
  }

  return {
    /** Starts a challenge, reads its code from the phone, answers it. Answers the proof's token. */
    async prove(purpose: Purpose): Promise<string> {
      const seen = await texts.messages(phone);
      const anonymous = purpose.action === 'REGISTER' || purpose.action === 'RESET_PASSWORD';
      const { deviceToken } = purpose.action === 'RESET_PASSWORD' ? connection : {};
      const input = {
        purpose,
        factor: 'SMS_CODE',
        ...(anonymous ? { phone } : {}),
        ...(deviceToken ? { deviceToken } : {}),
      };
      const { challenge } = expectMember<{ challenge: { id: string } }>(
        await startChallenge(input),
        'StartChallengeSuccess',
      );
      const code = await texts.nextCode(phone, seen);
      const answer = await mutate(documents.answerChallenge, { challengeId: challenge.id, code });
      return expectMember<{ proof: { token: string } }>(answer, 'AnswerChallengeSuccess').proof.token;
    },
  };
}
export type Proofs = ReturnType<typeof createProofs>;
