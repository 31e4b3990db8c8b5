import { newId, unwrap } from '@bindery/kernel';
import { loadProviderCatalogue } from '../../catalogue/provider-catalogue';
import type {
  Lending,
  LendingKind,
  LendingOutcome,
  LendingRequest,
  QueryOutcome,
  SendOutcome,
  ToldConsent,
} from '../../providers';
import type { Cards } from './cards';
import type { Deed } from './deed';
import { carryOut } from './follow-deed';
import { Broken, mustHaveChanged } from './invariants';
import type { Player } from './player';
import { standingAt } from './read-truth';
import type { Bench } from './start-bench';

type Asked = Omit<LendingRequest, 'requestId' | 'credentialReference'>;

/** As each leaves what it is about. */
const left: Readonly<Record<LendingKind, string>> = {
  GIVE_CONSENT: 'GIVEN',
  WITHDRAW_CONSENT: 'WITHDRAWN',
  OPEN_LOAN: 'RUNNING',
  REVOKE_LOAN: 'REVOKED',
  MOVE_ACCOUNT: 'GIVEN',
};

/** What a lender is asked beside holding an account, each time about a consent or a loan of its own. */
export function createLendingDeeds(bench: Bench, player: Player, cards: Cards) {
  const { code } = player;
  const connector = bench.usual.connectors(code);
  const { purposes = [], loans } = loadProviderCatalogue().get(code) ?? {};
  const lendingOf = ({ lending }: { readonly lending?: Lending }): Lending => {
    if (!lending) throw new Error(`${code} lends nothing`);
    return lending;
  };
  const consentTo = (purpose: string): ToldConsent => ({
    consentId: newId('consent'),
    purpose,
    version: purposes.find((one) => one.code === purpose)?.version ?? '',
  });

  function deed(credentialReference: string, asked: Asked) {
    const { kind, consent } = asked;
    // Of a move, it is what goes over, and nothing that is told.
    const told = kind === 'MOVE_ACCOUNT' ? { ...asked, consent: undefined } : asked;
    const request: LendingRequest = { ...told, requestId: newId('operation'), credentialReference };
    let { loanNumber } = asked;

    /** However often it is asked, it is one loan. */
    function remember(outcome: LendingOutcome): void {
      if (outcome.status !== 'CONFIRMED' || kind !== 'OPEN_LOAN') return;
      if (outcome.loanNumber === undefined || (loanNumber ?? outcome.loanNumber) !== outcome.loanNumber)
        throw new Broken(`it opened ${loanNumber}, and is said to have opened ${outcome.loanNumber}`);
      ({ loanNumber } = outcome);
    }

    const played: Deed = {
      id: request.requestId,
      kind,
      credentialReference,
      isTold: false,
      async send(by) {
        const outcome = await lendingOf(by).send(request);
        remember(outcome);
        return toSent(outcome);
      },
      async query(by) {
        const outcome = await lendingOf(by).query(request.requestId);
        remember(outcome);
        return toAsked(outcome);
      },
      async mustBeDone(before, after) {
        mustHaveChanged(kind, before, after, {
          [consent?.consentId ?? loanNumber ?? '']: standingAt(
            left[kind],
            asked.toCredentialReference ?? credentialReference,
          ),
        });
        const owed = unwrap(await connector.obligations(credentialReference)).loans ?? [];
        if (!consent) expect(owed.some(({ id }) => id === loanNumber)).toBe(kind === 'OPEN_LOAN');
        return credentialReference;
      },
    };
    return { played, loanNumber: () => loanNumber };
  }

  async function given(reference: string, purpose: string): Promise<ToldConsent> {
    const consent = consentTo(purpose);
    await carryOut(bench, player, deed(reference, { kind: 'GIVE_CONSENT', consent }).played);
    return consent;
  }

  async function opening(reference: string) {
    const consents: ToldConsent[] = [];
    for (const purpose of loans?.needs ?? []) consents.push(await given(reference, purpose));
    const [offer] = unwrap(await lendingOf(connector).offers(reference, consents));
    if (!offer || !loans) throw new Error(`${code} offers nothing`);
    return deed(reference, { kind: 'OPEN_LOAN', loan: { ...offer, termsVersion: loans.version, consents } });
  }

  async function opened(reference: string): Promise<string | undefined> {
    const { played, loanNumber } = await opening(reference);
    await carryOut(bench, player, played);
    return loanNumber();
  }

  /** What is allowed at a new account goes over to another credential of it. */
  async function moving() {
    const [from, to] = await cards.twins();
    const consent = await given(from, purpose);
    return deed(from, { kind: 'MOVE_ACCOUNT', toCredentialReference: to, consent });
  }

  const purpose = purposes[0]?.code ?? '';
  const asked: Readonly<Record<LendingKind, (reference: string) => Promise<{ readonly played: Deed }>>> = {
    GIVE_CONSENT: async (reference) => deed(reference, { kind: 'GIVE_CONSENT', consent: consentTo(purpose) }),
    WITHDRAW_CONSENT: async (reference) =>
      deed(reference, { kind: 'WITHDRAW_CONSENT', consent: await given(reference, purpose) }),
    OPEN_LOAN: opening,
    REVOKE_LOAN: async (reference) => deed(reference, { kind: 'REVOKE_LOAN', loanNumber: await opened(reference) }),
    MOVE_ACCOUNT: moving,
  };

  return async (kind: LendingKind): Promise<Deed> => (await asked[kind](await cards.reference())).played;
}

/** In the words of operations, as every deed is followed. */
const toSent = (outcome: LendingOutcome): SendOutcome => {
  if (outcome.status === 'CONFIRMED') return { status: 'CONFIRMED' };
  return outcome.status === 'NOT_KNOWN' ? { status: 'UNKNOWN', detail: 'never heard of it' } : outcome;
};

const toAsked = (outcome: LendingOutcome): QueryOutcome => {
  if (outcome.status === 'CONFIRMED') return { status: 'CONFIRMED' };
  if (outcome.status === 'UNKNOWN') return { status: 'UNAVAILABLE', detail: outcome.detail };
  return outcome.status === 'NOT_KNOWN' ? { status: 'OPERATION_UNKNOWN' } : outcome;
};
