import { randomInt } from 'node:crypto';
import { err, ok, type Clock } from '@bindery/kernel';
import type { Connector, CardRequest, QueryOutcome, SendOutcome } from '../../connector';
import type { Activation, CredentialStatus } from '../../connector.rules';
import type { EnteredPass } from '../../kinds/pass/pass.rules';
import { passProtocol } from '../../kinds/pass/protocol';
import type { PassAnswer, PassChange } from './passes/change-pass';
import type { PassLinks } from './passes/pass-links';
import { toPassToken } from './passes/pass-token.rules';
import type { Pass } from './passes/pass.rules';

interface PassConnectorDeps {
  readonly issuePass: (request: CardRequest) => Promise<Pass | null>;
  readonly changePass: (change: PassChange) => Promise<PassAnswer>;
  readonly findStanding: {
    ofCredential(credentialReference: string): Promise<CredentialStatus>;
    ofOperation(operationId: string): Promise<Pass | null>;
  };
  readonly findAnswer: (operationId: string) => Promise<PassAnswer | null>;
  readonly links: PassLinks;
  readonly clock: Clock;
}

const numberDigits = 8;

/**
 * The connector of passes: the platform issues them itself, so that nobody is asked and nothing here is ever unknown; only whether a device has the
 * pass is told from outside. A bind or restore waits for that.
 */
export function createPassConnector(deps: PassConnectorDeps): Connector {
  const { issuePass, changePass, findStanding, findAnswer, links, clock } = deps;
  const activationOf = (pass: Pass): Activation => {
    const { url, until } = links.linkTo(pass, clock.now());
    return { steps: [{ kind: 'OPEN_LINK', url }], until: until.toISOString() };
  };

  return {
    async tokenise(card) {
      if (card.kind !== passProtocol.kind) return err({ kind: 'CARD_REFUSED', reason: passProtocol.refusals[0] });
      const { holderName } = card as EnteredPass;
      const number = String(randomInt(10 ** numberDigits)).padStart(numberDigits, '0');
      return ok({ token: toPassToken({ holderName, number }), lastFour: number.slice(-4) });
    },
    async send(request): Promise<SendOutcome> {
      if (request.kind === 'BIND' || request.kind === 'RESTORE') {
        const pass = await issuePass(request);
        return pass ? { status: 'PENDING', activation: activationOf(pass) } : refused('TOKEN_UNKNOWN');
      }
      const { operationId, kind, credentialReference } = request;
      if (credentialReference === undefined) return refused('CREDENTIAL_UNKNOWN');
      return toOutcome(await changePass({ operationId, kind, credentialReference }));
    },
    async query(operationId): Promise<QueryOutcome> {
      const pass = await findStanding.ofOperation(operationId);
      if (pass?.addedAt) return { status: 'CONFIRMED', credentialReference: pass.credentialReference };
      if (pass?.standing === 'VOIDED') return refused('PASS_NOT_ADDED');
      if (pass) return { status: 'ACTIVATION_REQUIRED', activation: activationOf(pass) };
      const answer = await findAnswer(operationId);
      return answer ? toOutcome(answer) : { status: 'OPERATION_UNKNOWN' };
    },
    credentialStatus: async (credentialReference) => ok(await findStanding.ofCredential(credentialReference)),
    obligations: async () => ok({ balance: null, pending: [], mandates: [] }),
  };
}

const refused = (cause: string) => ({ status: 'REFUSED', cause }) as const;

const toOutcome = ({ cause }: PassAnswer) => (cause === null ? ({ status: 'CONFIRMED' } as const) : refused(cause));
