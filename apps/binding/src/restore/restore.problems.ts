import { createToProblem, toProblem } from '@bindery/subgraph';
import { bindingLimit } from '../bind';
import { bindingProblems } from '../cards';
import { proofProblems } from '../proofs';
import type { RequestRestoreResult } from './request-restore.result';
import { RestoreRefusedError } from './restore-refused.type';
import type { RequestRestoreError } from './restore.errors';
import { say } from './restore.words';

export const toRestoreProblem = createToProblem<RequestRestoreError, typeof RequestRestoreResult>({
  ...bindingProblems,
  ...proofProblems,
  BINDING_LIMIT: bindingLimit,
  RESTORE_REFUSED: ({ reason, couldBind }, locale) =>
    Object.assign(
      new RestoreRefusedError(),
      toProblem(
        reason,
        say(locale, reason),
        [...(couldBind ? [{ code: 'Rebind' } as const] : []), { code: 'ContactSupport' }],
        locale,
      ),
      { obstacle: reason, reason },
    ),
});
