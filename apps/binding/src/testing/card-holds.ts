import { newKey } from './holder';
import { staff } from './operator';
import type { Answer, RunningBinding } from './start-binding-service';

export const anAgent = () => staff(['AGENT']);
export const aReviewer = () => staff(['REVIEWER']);

const fields = 'id cardId owner reason words laidBy laidAt liftedWords liftedBy liftedAt';
const problem =
  '... on HoldNotForYouError { bar } ... on InvalidInputError { field rule } ... on Problem { code message }';
const documents = {
  layCardHold: `mutation ($input: LayCardHoldInput!) { layCardHold(input: $input) { __typename
    ... on LayCardHoldSuccess { hold { ${fields} } bindings { bindingId outcome } } ... on HoldAlreadyLaidError { holdId } ${problem} } }`,
  liftCardHold: `mutation ($input: LiftCardHoldInput!) { liftCardHold(input: $input) { __typename
    ... on LiftCardHoldSuccess { hold { ${fields} } bindings { bindingId outcome } } ${problem} } }`,
};

/** As it is answered, whatever it is. */
export const askToHold = (
  service: RunningBinding,
  name: keyof typeof documents,
  input: object,
  by: object,
): Promise<Answer> => service.ask(documents[name], { input: { idempotencyKey: newKey(), ...input } }, by);

async function act(service: RunningBinding, name: keyof typeof documents, input: object, by: object): Promise<Answer> {
  const { data, errors } = await askToHold(service, name, input, by);
  if (errors) throw new Error(JSON.stringify(errors));
  return data[name];
}

export const layHold = (
  service: RunningBinding,
  bindingId: string,
  reason: string,
  by: object,
  more: object = {},
): Promise<Answer> => act(service, 'layCardHold', { bindingId, reason, words: 'Seen in the log.', ...more }, by);

export const liftHold = (
  service: RunningBinding,
  holdId: string,
  by: object,
  words = 'Cleared up.',
  more: object = {},
): Promise<Answer> => act(service, 'liftCardHold', { holdId, words, ...more }, by);

export async function readHolds(service: RunningBinding, bindingId: string, by: object): Promise<Answer[]> {
  const query = `query ($id: ID!) { cardHolds(bindingId: $id, first: 10) { edges { node { ${fields} } } } }`;
  const { data, errors } = await service.ask(query, { id: bindingId }, by);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.cardHolds.edges.map(({ node }: Answer) => node);
}
