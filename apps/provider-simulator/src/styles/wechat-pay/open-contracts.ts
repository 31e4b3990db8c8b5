import type { PeoplePage } from '../../page/people-page';
import type { StyledCompany, StyleWorld } from '../style';
import type { WeChatPayKeys } from './keys';
import { openSession } from './sign-session';

const minuteMs = 60_000;

/** The pages of contracts that wait to be signed, each with a session of its own. The same within a minute, so that a page that shows them stands still. */
export function openContracts(
  { provider: { code } }: StyledCompany<WeChatPayKeys>,
  { state, clock }: StyleWorld,
): readonly Omit<PeoplePage, 'provider'>[] {
  const minute = new Date(Math.floor(clock.now().getTime() / minuteMs) * minuteMs);
  return state.operations
    .newestFirst()
    .filter(({ provider, standing }) => provider === code && standing.status === 'ACTIVATION_REQUIRED')
    .map(({ request }) => ({
      kind: 'CONTRACT' as const,
      path: `/providers/${code}/papay/sign?session=${openSession(state.tokenKey, request.operationId, minute)}`,
      lastFour: state.cards.get(request.token ?? '')?.lastFour,
    }));
}
