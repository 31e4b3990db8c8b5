import { newId } from '@bindery/kernel';
import { describeBadText } from '@bindery/subgraph/testing';
import { testViewer } from '@bindery/trust/testing';
import { featureClasses } from './features';
import { startTestService, type TestService } from './testing/test-service';

let service: TestService;
const viewer = testViewer({ accountId: newId('account') });
beforeAll(async () => (service = await startTestService()));
afterAll(() => service.stop());

const account = `{ __typename: "Account", id: "${viewer.accountId}" }`;
const card = `{ __typename: "Card", id: "${newId('card')}" }`;

describeBadText(
  featureClasses,
  () => ({
    samples: { idempotencyKey: () => newId('event'), ids: [newId('notification')] },
    ask: (document, variables) => service.ask(document, variables, { viewer }),
  }),
  [
    `query ($text: String) { _entities(representations: [${account}]) { ... on Account { inbox(after: $text) { edges { cursor } } } } }`,
    `query ($text: String) { _entities(representations: [${card}]) { ... on Card { alerts(before: $text) { edges { cursor } } } } }`,
    'query ($text: String!) { _entities(representations: [{ __typename: "Card", id: $text }]) { ... on Card { alerts { edges { cursor } } } } }',
    'query ($text: String!) { _entities(representations: [{ __typename: "Notification", id: $text }]) { __typename } }',
    'query ($text: String!) { _entities(representations: [{ __typename: "Account", id: $text }]) { __typename } }',
  ],
);
