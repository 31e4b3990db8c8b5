import type { Locale } from '@bindery/localisation';
import { toProblem } from '@bindery/subgraph';
import { bindingProblems, type Problems } from '../cards';
import { proofProblems } from '../proofs';
import { RestoreRefusedError } from './restore-refused.type';
import type { RequestRestoreError, RestoreRefused } from './restore.errors';
import { say } from './restore.words';

export const restoreProblems = {
  ...bindingProblems,
  ...proofProblems,
  RESTORE_REFUSED: ({ reason }: RestoreRefused, locale: Locale) =>
    Object.assign(
      new RestoreRefusedError(),
      toProblem(reason, say(locale, reason), [{ code: 'Rebind' }, { code: 'ContactSupport' }], locale),
      { reason },
    ),
} satisfies Problems<RequestRestoreError>;
