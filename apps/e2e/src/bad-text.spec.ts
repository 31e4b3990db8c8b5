import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { newKey } from '@bindery/wallet-client';
import { badTextCalls, badTexts, type Samples } from '@bindery/subgraph/testing';
import { consentTo } from './testing/consent';
import { graph, newHolder, type Holder } from './system/the-system';

describe('text that no service can keep, through the gateway', () => {
  let holder: Holder;
  let samples: Samples;
  let calls: ReturnType<typeof badTextCalls>;
  beforeAll(async () => {
    holder = await newHolder();
    samples = {
      idempotencyKey: newKey,
      provider: 'cloudgate',
      deviceId: holder.deviceId,
      action: 'BIND',
      subjectId: 'binding_01h455vb4pex5vsknk084sn02q',
      planDigest: 'x'.repeat(43),
      ...(await consentTo('cloudgate')),
    };
    calls = badTextCalls(buildClientSchema(await graph().ask<IntrospectionQuery>(getIntrospectionQuery(), {})));
  });

  it('is no failure of ours in any argument of any root field', async () => {
    expect(calls.length).toBeGreaterThan(50);
    for (const { at, document, variables } of calls) {
      const answers = badTexts.map(async (bad) => {
        const { errors } = await graph().send(document, variables(bad, samples), holder.accessToken);
        return errors?.some(({ extensions }) => extensions?.code === 'INTERNAL_SERVER_ERROR') ? [bad.slice(0, 20)] : [];
      });
      expect({ at, failed: (await Promise.all(answers)).flat() }).toEqual({ at, failed: [] });
    }
  });

  it('is no failure of ours where it stands in the document', async () => {
    for (const bad of badTexts) {
      const text = JSON.stringify(bad);
      for (const field of [`card(id: ${text})`, `binding(id: ${text})`, `node(id: ${text})`]) {
        const { errors } = await graph().send(`{ ${field} { id } }`, {}, holder.accessToken);
        expect([field, errors?.[0]?.extensions?.code]).not.toEqual([field, 'INTERNAL_SERVER_ERROR']);
      }
    }
  });
});
