import { newId } from '@bindery/kernel';
import { describeBadText } from '@bindery/subgraph/testing';
import { featureClasses } from './features';
import { consentTo } from './testing/consent';
import { aHolder, bind, newKey, proofOf } from './testing/holder';
import { startBindingService, type RunningBinding } from './testing/start-binding-service';

let service: RunningBinding;
const holder = aHolder();
let samples: Record<string, unknown>;
beforeAll(async () => {
  service = await startBindingService();
  const { bindingId, cardId } = await bind(service, holder);
  samples = {
    bindingId,
    cardId,
    id: cardId,
    idempotencyKey: newKey,
    proof: await proofOf(service, holder, 'UNBIND', bindingId, newId('plan')),
    planDigest: 'x'.repeat(43),
    provider: 'cloudgate',
    deviceId: holder.viewer.deviceId,
    consent: consentTo('cloudgate'),
    ...consentTo('cloudgate'),
    memberNumber: 'RG-1001',
    site: 'riverside',
  };
});
afterAll(() => service.stop());

describeBadText(
  featureClasses,
  () => ({ samples, ask: (document, variables) => service.ask(document, variables, holder.claims) }),
  [
    'query ($text: String) { providers { name(locale: $text) } }',
    'query ($cardId: ID!, $text: String) { card(id: $cardId) { history(after: $text) { edges { cursor } } } }',
    'query ($cardId: ID!, $text: String) { card(id: $cardId) { usage(before: $text) { edges { cursor } } } }',
    'query ($text: String!) { _entities(representations: [{ __typename: "Card", id: $text }]) { __typename } }',
    'query ($text: String!) { _entities(representations: [{ __typename: "Binding", id: $text }]) { __typename } }',
    'query ($text: String!) { _entities(representations: [{ __typename: "Account", id: $text }]) { __typename } }',
  ],
);
