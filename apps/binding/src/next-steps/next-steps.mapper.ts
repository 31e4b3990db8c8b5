import type { RequestContext } from '@bindery/subgraph';
import type { BindingNextStepType } from './next-step.type';
import type { NextStep } from './next-steps.rules';
import { say } from './next-steps.words';

export const toNextStepType = (
  { code, until, overdue, moves, stops }: NextStep,
  { locale, supportUrl }: Pick<RequestContext, 'locale' | 'supportUrl'>,
): BindingNextStepType => ({
  code,
  title: say(locale, overdue ? 'WAIT_FOR_PROVIDER.overdue' : moves ? 'REBIND.moves' : stops ? 'UNBIND.stops' : code),
  until: until ?? null,
  url: code === 'CONTACT_SUPPORT' ? supportUrl : null,
});
