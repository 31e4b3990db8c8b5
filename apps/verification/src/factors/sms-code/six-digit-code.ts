import { createHmac, randomBytes } from 'node:crypto';
import { isSame } from '@bindery/trust';
import { readDigits } from '@bindery/values';
import type { FactorChallenge, ReadyFactor } from '../factor-module';

/** Makes and checks codes of six digits, which are stored nowhere. */
export interface SixDigitCode extends Pick<ReadyFactor, 'readAnswer'> {
  /** What a challenge keeps of its code: random, and no part of it. */
  newSalt(): string;
  /** The same for the same challenge. */
  codeOf(challenge: CodeSource): string;
  /** Takes the same time wherever they differ. */
  isRight(challenge: CodeSource, answer: string): boolean;
}

type CodeSource = Pick<FactorChallenge, 'id' | 'factorState'>;

/**
 * Codes are HMAC-SHA-256 over challenge id and salt, 64 bits of it reduced to six digits (RFC 4226, 5.3, with a bias
 * below 2^-44): neither the database alone nor the key alone tells a code, and a code sent again is the same one.
 */
export function createSixDigitCode(key: Buffer): SixDigitCode {
  const codeOf: SixDigitCode['codeOf'] = ({ id, factorState: salt }) => {
    const bits = createHmac('sha256', key).update(`${id}.${salt}`).digest().readBigUInt64BE();
    return String(bits % 1_000_000n).padStart(6, '0');
  };
  return {
    codeOf,
    isRight: (challenge, answer) => isSame(answer, codeOf(challenge)),
    newSalt: () => randomBytes(16).toString('base64url'),
    readAnswer,
  };
}

/** Six digits, however they were typed: with spaces, full-width as a Chinese keyboard writes them, or pasted with what cannot be seen. */
function readAnswer(typed: string): string | undefined {
  const digits = readDigits(typed);
  return digits?.length === 6 ? digits : undefined;
}
