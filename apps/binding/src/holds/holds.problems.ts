import type { Locale } from '@bindery/localisation';
import { toProblem } from '@bindery/subgraph';
import { bindingProblems, type Problems } from '../cards';
import type { SuspendBindingError } from './holds.errors';
import { say } from './holds.words';
import { SuspendNotOfferedError } from './suspend-not-offered.type';

export const suspendProblems = {
  ...bindingProblems,
  SUSPEND_NOT_OFFERED: (_refusal: unknown, locale: Locale) =>
    Object.assign(
      new SuspendNotOfferedError(),
      toProblem('SUSPEND_NOT_OFFERED', say(locale, 'SUSPEND_NOT_OFFERED'), [{ code: 'ContactProvider' }], locale),
    ),
} satisfies Problems<SuspendBindingError>;
