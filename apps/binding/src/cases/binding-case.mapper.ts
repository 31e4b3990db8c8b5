import type { Locale } from '@bindery/localisation';
import { BindingCaseType } from './binding-case.type';
import type { BindingCase } from './cases.rules';
import { say } from './cases.words';

export const toCaseType = (
  { id, about, openedAt, answerBy, overdueSince, closedAt, reason }: BindingCase,
  locale: Locale,
): BindingCaseType =>
  Object.assign(new BindingCaseType(), {
    ...{ id, about, openedAt, answerBy, overdueSince, closedAt, reason },
    text: [say(locale, about), ...(overdueSince && !closedAt ? [say(locale, 'LATE')] : [])].join(
      locale === 'en' ? ' ' : '',
    ),
  });
