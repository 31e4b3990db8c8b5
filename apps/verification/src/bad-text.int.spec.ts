import { describeBadText } from '@bindery/subgraph/testing';
import { featureClasses } from './features';
import { aHolder, newBindingId, newKey, planDigest, type Holder } from './testing/operations';
import { startVerification, type RunningVerification } from './testing/start-verification';

let service: RunningVerification;
let holder: Holder;
beforeAll(async () => {
  service = await startVerification({ withJobs: false });
  holder = await aHolder(service);
});
afterAll(() => service.stop());

const samples = () => ({
  idempotencyKey: newKey,
  action: 'BIND',
  subjectId: newBindingId(),
  challengeId: 'challenge_01h455vb4pex5vsknk084sn02q',
  planDigest: undefined,
  code: '000000',
});

describe.each([
  ['of somebody signed in', true, samples],
  ['of a stranger', false, () => ({ ...samples(), action: 'REGISTER', subjectId: undefined, phone: '+8613800000001' })],
  ['of somebody who unbinds', true, () => ({ ...samples(), action: 'UNBIND', planDigest })],
])('%s', (_whose, signedIn, given) => {
  describeBadText(
    featureClasses,
    () => ({
      samples: given(),
      ask: (document, variables) => service.ask(document, variables, signedIn ? holder.claims : {}),
    }),
    [
      'query ($text: String!) { _entities(representations: [{ __typename: "Binding", id: $text, proofsAsked: [$text] }]) { ... on Binding { requiredProofs { action } } } }',
      'query ($text: String!) { _entities(representations: [{ __typename: "Account", id: $text }]) { __typename } }',
      'query ($text: String!) { _entities(representations: [{ __typename: "Challenge", id: $text }]) { __typename } }',
    ],
  );
});
