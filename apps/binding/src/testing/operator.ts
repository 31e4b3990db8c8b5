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

const version = 'version origin changedBy changedAt note profile changes { field before after } aspects';

/** The profile of a provider as an operator reads it. */
export async function readProfile(service: Pick<RunningBinding, 'ask'>, code = 'seaside-bank'): Promise<Answer> {
  const query = `query ($code: String!) { providerProfile(code: $code) { code terms { version text } current { ${version} } } }`;
  return (await service.ask(query, { code }, operator)).data.providerProfile;
}

const success = `... on ChangeProviderProfileSuccess { dryRun providerVersion { ${version} }
  preview { openPlanCount effects { aspect bindingCount byPhase { phase bindingCount } } bindings(first: 2) { edges { node { bindingId phase } } pageInfo { hasNextPage } } } }`;
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

export const fee = (value: number) => ({
  unbindFee: { amount: { value, currency: 'CNY' }, source: { 'zh-CN': '条款', en: 'Terms' } },
});
export const restoreWindow = (windowDays: number, terms = `${windowDays}-days`) => ({
  restore: { strategy: 'REACTIVATE', windowDays },
  terms: { version: terms, text: { 'zh-CN': '{windowDays} 天', en: '{windowDays} days.' } },
});
