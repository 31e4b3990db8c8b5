import type { RequestContext } from '@bindery/subgraph';
import type { ProviderProfile } from '../catalogue';
import type { BindingNextStepType } from './next-step.type';
import type { NextStep } from './next-steps.rules';
import { say } from './next-steps.words';

/** `profile`: of whose card it is, by its name. */
export const toNextStepType = (
  step: NextStep,
  { name, kind }: Pick<ProviderProfile, 'name' | 'kind'>,
  { locale, supportUrl }: Pick<RequestContext, 'locale' | 'supportUrl'>,
): BindingNextStepType => ({
  code: step.code,
  title: say(locale, wordsOf(step), { provider: name[locale], kind }),
  until: step.until ?? null,
  url: step.code === 'CONTACT_SUPPORT' ? supportUrl : step.by?.kind === 'OPEN_LINK' ? step.by.url : null,
});

function wordsOf({ code, by, overdue, moves, stops }: NextStep): Parameters<typeof say>[1] {
  if (overdue) return 'WAIT_FOR_PROVIDER.overdue';
  if (by && by.kind !== 'AT_PROVIDER') return `ACTIVATE.${by.kind}`;
  if (stops) return 'UNBIND.stops';
  return moves ? 'REBIND.moves' : code;
}
