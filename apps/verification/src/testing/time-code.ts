import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { FactorModule } from '../factors/factor-module';

interface Enrolment {
  readonly accountId: string;
  readonly key: Buffer;
  /** The challenge that each time step was used up by. */
  readonly used: Map<number, string>;
}

const enrolments = new Map<string, Enrolment>();

const stepOf = (at: Date): number => Math.floor(at.getTime() / 30_000);

/** RFC 6238, section 4, with the truncation of RFC 4226, 5.3. */
function codeOf({ key }: Enrolment, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', key).update(counter).digest();
  const bits = mac.readUInt32BE((mac.at(-1) ?? 0) & 0xf) & 0x7fffffff;
  return String(bits % 1_000_000).padStart(6, '0');
}

/** Gives an account an app that shows codes; answers what it shows at a moment. */
export function enrol(accountId: string): (at: Date) => string {
  const enrolment = { accountId, key: randomBytes(20), used: new Map<number, string>() };
  enrolments.set(randomUUID(), enrolment);
  return (at) => codeOf(enrolment, stepOf(at));
}

/** A factor as a new one would be that sends nothing: codes of an app, each good for one challenge. What was enrolled is in memory. */
export const timeCode: FactorModule<'TIME_CODE'> = {
  name: 'TIME_CODE',
  description: 'Six digits that an app shows.',
  offer: {
    words: {
      waitingTitle: () => 'Enter the code that your app shows',
      answerForm: () => 'The app shows six digits.',
    },
    create: () => ({
      async newState(_tx, prover) {
        if (!('accountId' in prover)) throw new Error('a stranger has no app of ours');
        return [...enrolments.keys()].find((id) => enrolments.get(id)?.accountId === prover.accountId);
      },
      readAnswer: (typed) => /^\d{6}$/.exec(typed)?.[0],
      async isRight(_tx, challenge, answer, now) {
        const enrolment = enrolments.get(challenge.factorState);
        if (!enrolment) throw new Error('the challenge lost its state');
        const step = stepOf(now);
        if (answer !== codeOf(enrolment, step)) return false;
        const usedBy = enrolment.used.get(step) ?? challenge.id;
        enrolment.used.set(step, usedBy);
        return usedBy === challenge.id;
      },
    }),
  },
};
