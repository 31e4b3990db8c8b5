import type { CardProtocol } from '../../generic/card-protocol';
import { accessTokenAnswer } from '../../generic/protocol';

/** An access-control system knows its members by number and answers with the doors that open to one. */
export const accessControlProtocol: CardProtocol = {
  toTokenRequest: (input) =>
    input.kind === 'ACCESS_CARD' ? { site: input.site, memberNumber: input.memberNumber } : undefined,
  tokenAnswer: accessTokenAnswer,
  refusal: 'MEMBER_UNKNOWN',
};
