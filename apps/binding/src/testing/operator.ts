import { newId } from '@bindery/kernel';
import type { StaffRole } from '@bindery/trust';
import { testViewer } from '@bindery/trust/testing';
import { newKey } from './holder';
import type { Answer, RunningBinding } from './start-binding-service';

/** Somebody of our own people with these roles; a holder with none. */
export const staff = (staffRoles?: StaffRole[]) => ({
  viewer: testViewer({ accountId: newId('account'), sessionId: newId('session'), staffRoles }),
});
export const operator = staff(['OPERATOR']);

const version = 'version origin changedBy approvedBy changedAt note profile changes { field before after } aspects';

/** The profile of a provider as an operator reads it. */
export async function readProfile(service: Pick<RunningBinding, 'ask'>, code = 'seaside-bank'): Promise<Answer> {
  const query = `query ($code: String!) { providerProfile(code: $code) { code terms { version text } current { ${version} } } }`;
  return (await service.ask(query, { code }, operator)).data.providerProfile;
}

const loosens = 'loosens { field kind text }';
const proposal = `id code baseVersion state ${loosens} profile changes { field before after } note proposedBy proposedAt lapsesAt overtakenBy { version changedBy approvedBy note } decidedBy decidedAt`;
const success = `... on ChangeProviderProfileSuccess { dryRun providerVersion { ${version} } proposal { ${proposal} }
  preview { needsApproval ${loosens} openPlanCount effects { aspect bindingCount byPhase { phase bindingCount } } bindings(first: 2) { edges { node { bindingId phase } } pageInfo { hasNextPage } } } }`;
const document = `mutation ($input: ChangeProviderProfileInput!) { changeProviderProfile(input: $input) { __typename ${success}
  ... on ProviderProfileInvalidError { faults { field rule ruleLimit text } } ... on ProviderProfileMovedError { current { version } }
  ... on InvalidInputError { field rule } ... on Problem { code message remedies { code } } } }`;

/** Changes fields of the bank's profile as it is, unless `more` says otherwise. Throws what is no member of the union. */
export async function changeProfile(
  service: Pick<RunningBinding, 'ask'>,
  fields: object,
  more: { readonly code?: string; readonly [field: string]: unknown } = {},
  claims: object = operator,
): Promise<Answer> {
  // One that is not there has none: the bank's is as good.
  const { current } = (await readProfile(service, more.code)) ?? (await readProfile(service));
  const input = {
    idempotencyKey: newKey(),
    code: 'seaside-bank',
    baseVersion: current.version,
    profile: { ...current.profile, ...fields },
    note: 'The bank wrote to us.',
    ...more,
  };
  const { data, errors } = await service.ask(document, { input }, claims);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.changeProviderProfile;
}

const confirmation = `mutation ($input: ConfirmProviderProfileChangeInput!) { confirmProviderProfileChange(input: $input) { __typename
  ... on ConfirmProviderProfileChangeSuccess { proposal { ${proposal} } providerVersion { ${version} } }
  ... on ProviderProfileMovedError { current { version } } ... on ProviderProfileProposalDecidedError { state } ... on ProviderProfileProposalLapsedError { lapsedAt } ... on Problem { code message } } }`;

/** Agrees with a proposal, or declines it. Throws what is no member of the union. */
export async function confirmChange(
  service: Pick<RunningBinding, 'ask'>,
  proposalId: string,
  claims: object = staff(['OPERATOR']),
  more: { readonly agree?: boolean; readonly idempotencyKey?: string } = {},
): Promise<Answer> {
  const input = { idempotencyKey: newKey(), proposalId, ...more };
  const { data, errors } = await service.ask(confirmation, { input }, claims);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.confirmProviderProfileChange;
}

/** The proposals that operators are shown, the newest first. */
export async function listChanges(
  service: Pick<RunningBinding, 'ask'>,
  open = true,
  claims: object = operator,
): Promise<Answer[]> {
  const query = `query ($open: Boolean!) { providerProfileProposals(open: $open) { edges { node { ${proposal} } } } }`;
  const { data, errors } = await service.ask(query, { open }, claims);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.providerProfileProposals.edges.map(({ node }: Answer) => node);
}

/** The same by two operators where it takes them: it is in force after it, whatever it loosens. */
export async function changeByTwo(...[service, ...wish]: Parameters<typeof changeProfile>): Promise<Answer> {
  const changed = await changeProfile(service, ...wish);
  return changed.proposal ? confirmChange(service, changed.proposal.id) : changed;
}

export const fee = (value: number) => ({
  unbindFee: { amount: { value, currency: 'CNY' }, source: { 'zh-CN': '条款', en: 'Terms' } },
});
export const restoreWindow = (windowDays: number, terms = `${windowDays}-days`) => ({
  restore: { strategy: 'REACTIVATE', windowDays },
  terms: { version: terms, text: { 'zh-CN': '{windowDays} 天', en: '{windowDays} days.' } },
});
