import { err, ok } from '@bindery/kernel';
import type { Connector } from '../../connector';
import type { SignedClient } from '../../signed/signed-client';
import { credentialPath, readAnswer, unavailable } from '../generic/create-connector';
import { readersAnswer } from '../generic/protocol';

/** The readers that open to a credential: `GET /credentials/:reference/readers`. */
export const createReadReaders =
  (client: SignedClient, timeoutMs: number): NonNullable<Connector['readers']> =>
  async (reference) => {
    const path = `${credentialPath(reference)}/readers`;
    const answer = readAnswer(await client.ask({ method: 'GET', path, timeoutMs }), readersAnswer);
    if (!answer.ok) return answer;
    return answer.value.credentialReference === reference
      ? ok(answer.value.readers)
      : err(unavailable('an answer about another credential'));
  };
