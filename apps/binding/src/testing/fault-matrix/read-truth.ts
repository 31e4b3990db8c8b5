import type { CredentialStatus, Obligations } from '../../providers';
import type { Bench } from './start-bench';

/** How a provider’s credentials stand, by reference, and what hangs on them, by name: read where the connector under test does not. */
export type Truth = ReadonlyMap<string, string>;

interface World {
  readonly credentials: readonly {
    readonly provider: string;
    readonly credentialReference: string;
    readonly status: CredentialStatus;
    readonly obligations?: Obligations;
  }[];
}

interface AtAccount {
  readonly provider: string;
  readonly credentialReference: string;
}

interface Lent {
  readonly loans: readonly (AtAccount & { readonly loanNumber: string; readonly status: string })[];
  readonly consents: readonly (AtAccount & { readonly consentId: string; readonly withdrawn: boolean })[];
}

/** What hangs on a card is called by the card and the provider’s own name for it. */
export const owedName = (reference: string, id: string): string => `${reference} ${id}`;

/** The provider has no name for the balance of a card, as there is one. */
export const balanceName = 'balance';

/** How a loan or a consent stands, and at which account. */
export const standingAt = (standing: string, reference: string): string => `${standing} at ${reference}`;

/** What is so at the simulator: of cards and what hangs on them, of consents and of loans. */
export async function readTruth({ simulator }: Bench, code: string): Promise<Truth> {
  const read = async <T>(path: string) => (await (await fetch(`${simulator.url}${path}`)).json()) as T;
  const isOurs = ({ provider }: { readonly provider: string }) => provider === code;
  const { credentials } = await read<World>('/world');
  const { loans, consents } = await read<Lent>('/loans');
  return new Map<string, string>([
    ...credentials
      .filter(isOurs)
      .flatMap(({ credentialReference, status, obligations }) => [
        [credentialReference, status] as const,
        ...namesOf(obligations).map((id) => [owedName(credentialReference, id), 'OWED'] as const),
      ]),
    ...loans.filter(isOurs).map((one) => [one.loanNumber, standingAt(one.status, one.credentialReference)] as const),
    ...consents
      .filter(isOurs)
      .map(
        (one) => [one.consentId, standingAt(one.withdrawn ? 'WITHDRAWN' : 'GIVEN', one.credentialReference)] as const,
      ),
  ]);
}

const namesOf = ({ balance, pending, mandates }: Obligations = { balance: null, pending: [], mandates: [] }) => [
  ...(balance ? [balanceName] : []),
  ...[...pending, ...mandates].map(({ id }) => id),
];
