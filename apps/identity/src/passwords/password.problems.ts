import type { Remedy } from '@bindery/kernel';
import { createTranslator, type Locale, type MessageValues } from '@bindery/localisation';
import {
  idempotencyKeyReused,
  invalidInput,
  notFound,
  serviceUnavailable,
  tooManyRequests,
  toProblem,
  unauthenticated,
  type Problem,
} from '@bindery/subgraph';
import type { PasswordWeakness } from './password.errors';
import { passwordLengthMin } from './password.rules';
import type { EndSessionError } from '../sessions/end-session';
import type { LogInError } from '../log-in/log-in';
import type { RefreshSessionError } from '../refresh/refresh-session';
import type { RegisterError } from '../registration/register';
import type { ResetPasswordError } from './reset-password';
import {
  IdentityProofRejectedError,
  LogInFailedError,
  PasswordTooWeakError,
  PhoneInvalidError,
  PhoneTakenError,
  SessionEndedError,
} from '../graphql/identity-errors.type';
import { en } from './password.words.en';
import { zhCn } from './password.words.zh-cn';

/** Every failure that a use case here can have. */
type IdentityError = RegisterError | ResetPasswordError | LogInError | RefreshSessionError | EndSessionError;

type ErrorOf<Kind extends IdentityError['kind']> = Extract<IdentityError, { kind: Kind }>;

const translate = createTranslator({ en, 'zh-CN': zhCn });

const weaknessMessages = {
  TOO_SHORT: 'PASSWORD_TOO_SHORT',
  COMMON: 'PASSWORD_COMMON',
  PREDICTABLE: 'PASSWORD_PREDICTABLE',
  PERSONAL: 'PASSWORD_PERSONAL',
} as const satisfies Record<PasswordWeakness, keyof typeof en>;

const sayAs = (
  code: string,
  message: keyof typeof en,
  remedies: readonly Remedy['code'][],
  locale: Locale,
  values?: MessageValues,
): Problem =>
  toProblem(
    code,
    translate(locale, message, values),
    remedies.map((remedy) => ({ code: remedy })),
    locale,
  );

const say = (code: keyof typeof en, remedies: readonly Remedy['code'][], locale: Locale): Problem =>
  sayAs(code, code, remedies, locale);

/** Failure → its type in the graph, with words and remedies in order. A kind that is missing does not compile. */
const problems = {
  INVALID_INPUT: ({ field }, locale) => invalidInput(field, locale),
  IDEMPOTENCY_KEY_REUSED: (_error, locale) => idempotencyKeyReused(locale),
  NOT_FOUND: (_error, locale) => notFound(locale),
  OVERLOADED: ({ retryAt }, locale) => serviceUnavailable(retryAt, locale),
  TOO_MANY_FAILURES: ({ retryAt }, locale) => tooManyRequests(retryAt, locale),
  NOT_SIGNED_IN: () => {
    throw unauthenticated();
  },
  PHONE_INVALID: (_error, locale) =>
    Object.assign(new PhoneInvalidError(), say('PHONE_INVALID', ['CorrectInput'], locale)),
  PHONE_TAKEN: (_error, locale) =>
    Object.assign(new PhoneTakenError(), say('PHONE_TAKEN', ['LogIn', 'ResetPassword', 'ContactSupport'], locale)),
  PASSWORD_TOO_WEAK: ({ weakness }, locale) => {
    const problem = sayAs('PASSWORD_TOO_WEAK', weaknessMessages[weakness], ['CorrectInput'], locale, {
      minimumLength: passwordLengthMin,
    });
    return Object.assign(new PasswordTooWeakError(), problem, { weakness, minimumLength: passwordLengthMin });
  },
  PROOF_REJECTED: ({ reason }, locale) =>
    Object.assign(
      new IdentityProofRejectedError(),
      sayAs(reason, 'PROOF_REJECTED', ['StartChallenge', 'ContactSupport'], locale),
      { reason },
    ),
  LOG_IN_FAILED: (_error, locale) =>
    Object.assign(
      new LogInFailedError(),
      say('LOG_IN_FAILED', ['CorrectInput', 'ResetPassword', 'ContactSupport'], locale),
    ),
  SESSION_ENDED: (_error, locale) => Object.assign(new SessionEndedError(), say('SESSION_ENDED', ['LogIn'], locale)),
} as const satisfies { [Kind in IdentityError['kind']]: (error: ErrorOf<Kind>, locale: Locale) => Problem };

type ProblemOf<Kind extends IdentityError['kind']> = ReturnType<(typeof problems)[Kind]>;

/** The member of a mutation's result that tells of this failure, in the language of the caller. */
export function problemOf<Kind extends IdentityError['kind']>(
  error: ErrorOf<Kind> & { kind: Kind },
  locale: Locale,
): ProblemOf<Kind> {
  const toMember = problems[error.kind] as (error: ErrorOf<Kind>, locale: Locale) => ProblemOf<Kind>;
  return toMember(error, locale);
}
