import type { Remedy } from '@bindery/kernel';
import { createToProblem, tooManyRequests, toProblem } from '@bindery/subgraph';
import { bindingProblems, providerUnavailable } from '../cards';
import type { ActivationRejection, AnswerActivationError } from './activation.errors';
import type { AnswerActivationResult } from './activation.result';
import { ActivationRejectedError, NothingToAnswerError } from './activation.type';
import { say } from './activation.words';

const remediesOf: Readonly<Record<ActivationRejection, readonly Remedy[]>> = {
  CODE_WRONG: [{ code: 'CorrectInput' }, { code: 'ContactProvider' }],
  CODE_EXPIRED: [{ code: 'ContactProvider' }],
  TOO_MANY_TRIES: [{ code: 'ContactProvider' }],
  INVITATION_MISSING: [{ code: 'ContactProvider' }],
  SIGNATURE_INVALID: [{ code: 'CorrectInput' }],
  SIGNATURE_FORMAT: [{ code: 'CorrectInput' }],
  SIGNATURE_MALLEABLE: [{ code: 'CorrectInput' }],
  KEY_WEAK: [{ code: 'UseOtherCard' }],
  CONTRACT_ACCOUNT: [{ code: 'UseOtherCard' }],
  OTHER_ADDRESS: [{ code: 'CorrectInput' }, { code: 'UseOtherCard' }],
  OTHER_CHAIN: [{ code: 'CorrectInput' }, { code: 'UseOtherCard' }],
  OTHER_DOMAIN: [{ code: 'CorrectInput' }, { code: 'ContactSupport' }],
  MESSAGE_ALTERED: [{ code: 'CorrectInput' }],
  MESSAGE_USED: [{ code: 'CorrectInput' }],
  MESSAGE_EXPIRED: [{ code: 'CorrectInput' }],
  REFUSED: [{ code: 'ContactProvider' }],
};

export const toActivationProblem = createToProblem<AnswerActivationError, typeof AnswerActivationResult>({
  ...bindingProblems,
  ACTIVATION_REJECTED: ({ reason, attemptsLeft }, locale) =>
    Object.assign(new ActivationRejectedError(), toProblem(reason, say(locale, reason), remediesOf[reason], locale), {
      rejection: reason,
      attemptsLeft,
    }),
  NOTHING_TO_ANSWER: (_refusal, locale) =>
    Object.assign(
      new NothingToAnswerError(),
      toProblem('NOTHING_TO_ANSWER', say(locale, 'NOTHING_TO_ANSWER'), [{ code: 'CorrectInput' }], locale),
    ),
  TOO_MANY_ANSWERS: ({ retryAt }, locale) => tooManyRequests(retryAt, locale, [{ code: 'ContactProvider' }]),
  PROVIDER_UNAVAILABLE: ({ retryAt }, locale) => providerUnavailable(retryAt, locale),
});
