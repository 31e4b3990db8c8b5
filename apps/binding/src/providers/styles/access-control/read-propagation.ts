import { err, ok } from '@bindery/kernel';
import type { Connector } from '../../connector';
import type { SignedClient } from '../../signed/signed-client';
import { credentialPath, readAnswer, unavailable } from '../generic/create-connector';
import { propagationAnswer } from '../generic/protocol';

/** The report of readers: `GET /credentials/:reference/propagation`. */
export const createReadPropagation =
  (client: SignedClient, timeoutMs: number): NonNullable<Connector['propagation']> =>
  async (reference) => {
    const path = `${credentialPath(reference)}/propagation`;
    const answer = readAnswer(await client.ask({ method: 'GET', path, timeoutMs }), propagationAnswer);
    if (!answer.ok) return answer;
    return answer.value.credentialReference === reference
      ? ok(answer.value.readers)
      : err(unavailable('an answer about another credential'));
  };
