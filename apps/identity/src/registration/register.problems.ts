import { createToProblem, requestProblems, toProblem } from '@bindery/subgraph';
import { mobilePhoneProblems } from '../accounts';
import { passwordProblems } from '../passwords';
import { proofProblems } from '../proofs';
import type { RegisterError } from './register';
import { PhoneTakenError, type RegisterResult } from './register.result';
import { say } from './registration.words';

export const toRegisterProblem = createToProblem<RegisterError, typeof RegisterResult>({
  ...requestProblems,
  ...mobilePhoneProblems,
  ...passwordProblems,
  ...proofProblems,
  PHONE_TAKEN: (_refusal, locale) => {
    const remedies = [{ code: 'LogIn' }, { code: 'ResetPassword' }, { code: 'ContactSupport' }] as const;
    return Object.assign(new PhoneTakenError(), toProblem('PHONE_TAKEN', say(locale, 'PHONE_TAKEN'), remedies, locale));
  },
});
