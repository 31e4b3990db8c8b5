import { randomUUID } from 'node:crypto';
import { describeBadText } from '@bindery/subgraph/testing';
import { featureClasses } from './features';
import { logInInput, newHolder, newPhone, registration, type Holder } from './testing/holder';
import { startTestIdentity, type TestIdentity } from './testing/identity-service';

let service: TestIdentity;
let holder: Holder;
let samples: Record<string, unknown>;
beforeAll(async () => {
  service = await startTestIdentity();
  holder = await newHolder(service);
  samples = {
    ...(await registration(service, newPhone())),
    ...logInInput(holder.phone).device,
    password: 'wrong-lantern-58-orchard',
    newPassword: 'quiet-lantern-58-orchard',
    phone: newPhone,
    id: holder.viewer.accountId,
    sessionId: holder.viewer.sessionId,
    deviceId: holder.viewer.deviceId,
    clientApp: 'wallet-ios',
    idempotencyKey: randomUUID,
    refreshToken: holder.refreshToken,
  };
});
afterAll(() => service.stop());

describeBadText(
  featureClasses,
  () => ({ samples, ask: (document, variables) => service.ask(document, variables, { viewer: holder.viewer }) }),
  [
    'query ($text: String) { viewer { sessions(after: $text) { edges { cursor } } } }',
    'query ($text: String) { viewer { devices(before: $text) { edges { cursor } } } }',
    'query ($text: String!) { _entities(representations: [{ __typename: "Account", id: $text }]) { __typename } }',
    'query ($text: String!) { _entities(representations: [{ __typename: "Device", id: $text }]) { __typename } }',
  ],
);
