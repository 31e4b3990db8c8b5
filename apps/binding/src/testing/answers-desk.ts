import type { Id } from '@bindery/kernel';
import { newKey, type Holder } from './holder';
import { staff } from './operator';
import type { Answer, RunningBinding } from './start-binding-service';

export const [agent, other] = [staff(['AGENT']), staff(['AGENT'])];
export const evidence = 'Letter of 3 December, file 2026-114';
export const reason = 'The bank told us in a letter.';

const shown = 'bindingCase { id about closedAt reason }';
const stated = 'stated { id operationId answer takesTwo loanNumber evidence reason statedBy decision decidedBy }';
const members = {
  askProviderAgain: `... on AskProviderAgainSuccess { ${shown} } ... on TooManyRequestsError { retryAt }`,
  recordProviderAnswer: `... on RecordProviderAnswerSuccess { ${shown} ${stated} }`,
  confirmProviderAnswer: `... on ConfirmProviderAnswerSuccess { ${shown} ${stated} }`,
};

/** What our people do about a provider that does not answer, and what they and the holder see of it. Throws what is no member of a union. */
export function openDesk(service: RunningBinding) {
  async function act(name: keyof typeof members, input: object, claims: object = agent): Promise<Answer> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ${members[name]}
      ... on ProviderAnswerNotTakenError { obstacle } ... on InvalidInputError { field rule } ... on Problem { code message } } }`;
    const { data, errors } = await service.ask(query, { input: { idempotencyKey: newKey(), ...input } }, claims);
    if (errors) throw new Error(JSON.stringify(errors));
    return data[name];
  }

  return {
    ask: (caseId: string, more: object = {}, claims?: object) => act('askProviderAgain', { caseId, ...more }, claims),
    record: (input: object, claims?: object) => act('recordProviderAnswer', { evidence, reason, ...input }, claims),
    confirm: (answerId: string, more: object = {}, claims: object = other) =>
      act('confirmProviderAnswer', { answerId, ...more }, claims),

    async queued(bindingId: Id<'binding'>): Promise<Answer> {
      const query = `{ openCases(first: 100) { edges { node { id about bindingId endsByItself nextSteps { code text from }
        answers { operationId answer takesTwo } stated { id decision } providerView { observed lookedAt vainLookCount nextLookAt }
        operations { id kind asked askedAt said saidAt nextAskAt } } } } }`;
      const { data, errors } = await service.ask(query, {}, agent);
      if (errors) throw new Error(JSON.stringify(errors));
      return data.openCases.edges.map(({ node }: Answer) => node).find((node: Answer) => node.bindingId === bindingId);
    },

    async holderSees(bindingId: Id<'binding'>, { claims }: Holder): Promise<Answer> {
      const query = `query ($id: ID!) { binding(id: $id) { cases { about closedAt reason } obligationActs { state } card {
        history(first: 50) { edges { node { kind actor way reason } } } } } }`;
      const { binding } = (await service.ask(query, { id: bindingId }, claims)).data;
      return { ...binding, history: binding.card.history.edges.map(({ node }: Answer) => node) };
    },

    async pass(seconds: number): Promise<void> {
      for (let left = seconds; left > 0; left -= 10) {
        await service.jobs.run();
        service.clock.advance(Math.min(left, 10) * 1_000);
      }
      await service.jobs.run();
    },
  };
}
