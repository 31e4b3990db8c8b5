import { parseJson } from '@bindery/kernel';
import { z } from 'zod';

/** What a wallet gave back, as the holder's app hands it on. */
export interface SignedAnswer {
  readonly signature: string;
  readonly publicKey?: string;
  /** What the wallet says that it has signed. */
  readonly signedMessage?: string;
}

/** More than any scheme here needs; longer text is not looked at. */
const answerLengthMax = 4_000;

const inJson = z.strictObject({
  signature: z.string().min(1).max(2_000),
  publicKey: z.string().min(1).max(200).optional(),
  signedMessage: z.string().min(1).max(3_000).optional(),
});

/** A signature by itself, or JSON with what belongs to it; undefined where it is neither. */
export function readAnswer(text: string): SignedAnswer | undefined {
  if (text.length > answerLengthMax) return undefined;
  const answer = text.trim();
  if (answer.startsWith('{')) return inJson.safeParse(parseJson(answer)).data;
  return answer === '' || answer.length > 2_000 ? undefined : { signature: answer };
}
