import { createToProblem, toProblem } from '@bindery/subgraph';
import { guessProblems } from '../../account-lock';
import { signedInProblems } from '../../sessions';
import { passwordProblems } from '../password.problems';
import type { ChangePasswordError } from './change-password';
import { PasswordWrongError, type ChangePasswordResult } from './change-password.result';
import { say } from './change-password.words';

export const toChangePasswordProblem = createToProblem<ChangePasswordError, typeof ChangePasswordResult>({
  ...signedInProblems,
  ...passwordProblems,
  ...guessProblems,
  PASSWORD_WRONG: (_refusal, locale) =>
    Object.assign(
      new PasswordWrongError(),
      toProblem(
        'PASSWORD_WRONG',
        say(locale, 'PASSWORD_WRONG'),
        [{ code: 'CorrectInput' }, { code: 'ResetPassword' }],
        locale,
      ),
    ),
});
