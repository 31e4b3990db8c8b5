import { Directive, Field, ObjectType } from 'type-graphql';
import type { Remedy } from '@bindery/kernel';
import { createTranslator, type Locale } from '@bindery/localisation';
import { labelOf } from './invalid-input';
import { Problem, toProblem } from './problem';
import { DateTimeScalar } from '../schema/scalars';

/** Failures that any mutation of any subgraph may have; the same type everywhere. */

@Directive('@shareable')
@ObjectType({ implements: Problem, description: 'The idempotency key was used for another request.' })
export class IdempotencyKeyReusedError extends Problem {}

@Directive('@shareable')
@ObjectType({ implements: Problem, description: 'There is no such thing, or it is not yours.' })
export class NotFoundError extends Problem {
  @Field(() => String, {
    nullable: true,
    description: 'The field of the input that names it, e.g. deviceId; null where there is one only that it could be.',
  })
  argument!: string | null;
}

@Directive('@shareable')
@ObjectType({ implements: Problem, description: 'Asked too often.' })
export class TooManyRequestsError extends Problem {
  @Field(() => DateTimeScalar, { description: 'When it may be asked again, UTC.' })
  retryAt!: Date;
}

@Directive('@shareable')
@ObjectType({ implements: Problem, description: 'A part that is needed does not answer now.' })
export class ServiceUnavailableError extends Problem {
  @Field(() => DateTimeScalar, { description: 'When a new try makes sense, UTC.' })
  retryAt!: Date;
}

const translate = createTranslator({
  en: {
    IDEMPOTENCY_KEY_REUSED: 'This request id was already used for something else. Make a new one for a new request.',
    NOT_FOUND: 'We cannot find that.',
    'NOT_FOUND.field': '{label}: we cannot find this.',
    TOO_MANY_REQUESTS: 'Too many tries. You can go on at {at, date, moment}.',
    SERVICE_UNAVAILABLE: 'A system we need does not answer. Nothing was done; please try again.',
  },
  'zh-CN': {
    IDEMPOTENCY_KEY_REUSED: '这个请求编号已用于其他操作，新的请求请使用新的编号。',
    NOT_FOUND: '没有找到。',
    'NOT_FOUND.field': '{label}：没有找到。',
    TOO_MANY_REQUESTS: '尝试次数过多，{at, date, moment} 之后可以继续。',
    SERVICE_UNAVAILABLE: '所需的系统暂时没有响应。未做任何更改，请稍后再试。',
  },
});

const tryAgainAt = (at: Date): Remedy => ({ code: 'TryAgain', at });

export function idempotencyKeyReused(locale: Locale): IdempotencyKeyReusedError {
  return Object.assign(
    new IdempotencyKeyReusedError(),
    toProblem('IDEMPOTENCY_KEY_REUSED', translate(locale, 'IDEMPOTENCY_KEY_REUSED'), [{ code: 'TryAgain' }], locale),
  );
}

/** `field`: which one it was, where the caller named several things. It says no more than that it is none of theirs. */
export function notFound(locale: Locale, field?: string): NotFoundError {
  const message = field
    ? translate(locale, 'NOT_FOUND.field', { label: labelOf(field, locale) })
    : translate(locale, 'NOT_FOUND');
  const problem = toProblem('NOT_FOUND', message, [{ code: 'CorrectInput' }, { code: 'ContactSupport' }], locale);
  return Object.assign(new NotFoundError(), problem, { argument: field ?? null });
}

/** `others`: what else gets somebody on who cannot wait. */
export function tooManyRequests(retryAt: Date, locale: Locale, others: readonly Remedy[] = []): TooManyRequestsError {
  const problem = toProblem(
    'TOO_MANY_REQUESTS',
    (timeZone) => translate(locale, 'TOO_MANY_REQUESTS', { at: retryAt }, timeZone),
    [{ code: 'StopRetrying', until: retryAt }, tryAgainAt(retryAt), ...others],
    locale,
  );
  return Object.assign(new TooManyRequestsError(), problem, { retryAt });
}

export function serviceUnavailable(retryAt: Date, locale: Locale): ServiceUnavailableError {
  const problem = toProblem(
    'SERVICE_UNAVAILABLE',
    translate(locale, 'SERVICE_UNAVAILABLE'),
    [tryAgainAt(retryAt), { code: 'ContactSupport' }],
    locale,
  );
  return Object.assign(new ServiceUnavailableError(), problem, { retryAt });
}
