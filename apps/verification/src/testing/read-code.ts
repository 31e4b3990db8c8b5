import type { Id } from '@bindery/kernel';
import { createSixDigitCode } from '../factors/sms-code/six-digit-code';
import { deriveKey } from '../keys';
import type { RunningVerification } from './start-verification';

/** The key of codes of a service in a test that wants to know them without a message. */
export const knownCodeKey = Buffer.alloc(32, 5).toString('base64');

const { codeOf } = createSixDigitCode(deriveKey(Buffer.from(knownCodeKey, 'base64'), 'code'));

/** The code of a challenge, by the known key. */
export async function readCode({ sql }: RunningVerification, challengeId: string): Promise<string> {
  const [row] = await sql<{ id: Id<'challenge'>; factorState: string }>(
    'SELECT id, code_salt AS "factorState" FROM challenge WHERE id = $1',
    [challengeId],
  );
  if (!row) throw new Error('there is no such challenge');
  return codeOf(row);
}

/** Six digits that are not the code. */
export const readWrongCode = async (service: RunningVerification, challengeId: string): Promise<string> =>
  (await readCode(service, challengeId)) === '000000' ? '000001' : '000000';
