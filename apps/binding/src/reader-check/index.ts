import type { EntityManager } from 'typeorm';
import type { Clock } from '@bindery/kernel';
import type { Log, SecurityLog } from '@bindery/service';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import { createReaderAnswerSigner, type KeyRing } from '@bindery/trust';
import { BoundCredentialRow } from './bound-credential.entity';
import { listBoundCredentials } from './bound-credential.repository';
import { createCheckCredential } from './check-credential';
import { gatherQuestions } from './gather-questions';
import type { CredentialQuery } from './credential-verdict.rules';
import { addReaderAnswerKeys, type ReaderAnswerKeys } from './reader-answer-keys.route';
import { addReaderChecks } from './reader-checks.route';
import { toReaderKeys } from './reader-keys';

export const readerCheckClasses = { entities: [BoundCredentialRow] } satisfies FeatureClasses;

interface ReaderCheckFoundation {
  readonly db: EntityManager;
  readonly clock: Clock;
  readonly log: Log;
  readonly security: SecurityLog;
}

interface ReaderCheckKeys {
  /** By provider: what its readers sign their questions with. */
  readonly questions: Readonly<Record<string, KeyRing>>;
  readonly answers: ReaderAnswerKeys;
}

/** Two, so that a slow statement does not keep all readers waiting and those that come meanwhile still go together. */
const lookups = { atOnce: 2, questionsMax: 100 };

/** Answers readers at doors and tills. */
export function createReaderCheck(
  { db, clock, log, security }: ReaderCheckFoundation,
  keys: ReaderCheckKeys,
  graceDaysOf: (provider: string) => number,
) {
  const checkCredential = createCheckCredential({
    findBoundCredential: gatherQuestions(
      (queries: readonly CredentialQuery[]) => listBoundCredentials(db, queries),
      lookups,
    ),
    sign: createReaderAnswerSigner(keys.answers.privateKey),
    graceDaysOf,
    clock,
  });
  return {
    feature: {
      routes: async (app) => {
        await addReaderChecks(app, { checkCredential, keys: toReaderKeys(keys.questions), clock, log, security });
        addReaderAnswerKeys(app, keys.answers);
      },
    } satisfies Feature,
  };
}
