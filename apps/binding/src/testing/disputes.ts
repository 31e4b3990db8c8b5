import type { Id } from '@bindery/kernel';
import { disputeFields, mutate, newKey, settle, type Holder } from './holder';
import { staff } from './operator';
import type { Answer, RunningBinding } from './start-binding-service';

export const agent = () => staff(['AGENT']);
type Agent = ReturnType<typeof agent>;

/** All that is needed of the service is that it answers. */
type Asked = Pick<RunningBinding, 'ask'>;

const said = 'id step decision reason decidedBy';
const file = `id bindingId about state words evidence { snapshot digest isIntact } decisions { ${said} }`;
const problem =
  '... on NotImpartialError { partiality } ... on DisputeMovedError { state } ... on InvalidInputError { field rule } ... on Problem { code message }';

const documents = {
  decideDispute: `mutation ($input: DecideDisputeInput!) { decideDispute(input: $input) { __typename ... on DecideDisputeSuccess { dispute { ${file} } } ${problem} } }`,
  confirmDisputeDecision: `mutation ($input: ConfirmDisputeDecisionInput!) { confirmDisputeDecision(input: $input) { __typename ... on ConfirmDisputeDecisionSuccess { dispute { ${file} } } ${problem} } }`,
};

async function act(service: Asked, name: keyof typeof documents, by: object, input: object): Promise<Answer> {
  const given = { input: { idempotencyKey: newKey(), ...input } };
  const { data, errors } = await service.ask(documents[name], given, by);
  if (errors) throw new Error(JSON.stringify(errors));
  return data[name];
}

export const open = (service: RunningBinding, holder: Holder, bindingId: string, about: string, more: object = {}) =>
  mutate(service, holder, 'openDispute', { bindingId, about, words: 'It was not me.', ...more });

export const decide = (
  service: Asked,
  disputeId: string,
  decision: 'UPHOLD' | 'REJECT',
  by: Agent = agent(),
  reason = 'The record says so.',
) => act(service, 'decideDispute', by, { disputeId, decision, reason });

export const confirmDecision = (
  service: Asked,
  disputeId: string,
  decisionId: string,
  by: Agent = agent(),
  agree = true,
) => act(service, 'confirmDisputeDecision', by, { disputeId, decisionId, agree });

/** Two people uphold it, and what follows happens. */
export async function uphold(service: RunningBinding, disputeId: string): Promise<Answer> {
  const proposed = await decide(service, disputeId, 'UPHOLD');
  const confirmed = await confirmDecision(service, disputeId, proposed.dispute.decisions.at(-1).id);
  await settle(service);
  return confirmed.dispute;
}

export async function readDisputes(
  service: RunningBinding,
  { claims }: Holder,
  bindingId: Id<'binding'>,
): Promise<Answer> {
  const query = `query ($id: ID!) { binding(id: $id) { disputes { ${disputeFields} } disputable { about title loanId until } removalQuestion { askedAt answerBy answeredAt itWasMe } cases { about } nextSteps { code } receipt { remedies { code } } } }`;
  const { data, errors } = await service.ask(query, { id: bindingId }, claims);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.binding;
}

export async function readFile(service: RunningBinding, id: string, by: object = agent()): Promise<Answer> {
  return service.ask(`query ($id: ID!) { dispute(id: $id) { ${file} } }`, { id }, by);
}

export const disputeEvents = async (service: RunningBinding, disputeId: string): Promise<Answer[]> =>
  (
    await service.sql<{ type: string; value: string }>(
      `SELECT headers->>'ce_type' AS type, value FROM outbox_events WHERE headers->>'ce_type' LIKE 'bindery.dispute.%' AND value LIKE '%' || $1 || '%' ORDER BY position`,
      [disputeId],
    )
  ).map(({ type, value }) => ({ type, ...JSON.parse(value) }));
