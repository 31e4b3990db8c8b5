import { decodeJwt } from 'jose';
import { newId } from '@bindery/kernel';
import { aHolder, bind, mutate, newKey, proofOf, settle, startInput, unbind, unbindInput } from '../testing/holder';
import { startBindingService, type RunningBinding } from '../testing/start-binding-service';

let service: RunningBinding;
beforeAll(async () => (service = await startBindingService()));
afterAll(() => service.stop());

type Proven = 'confirmBinding' | 'requestUnbind' | 'requestRestore';

/** A command that a proof allows, ready to be sent. */
async function ready(name: Proven) {
  const holder = aHolder();
  if (name === 'confirmBinding') {
    const { binding } = await mutate(service, holder, 'startBinding', startInput(holder));
    const prove = () => proofOf(service, holder, 'BIND', binding.id);
    return { holder, prove, input: { bindingId: binding.id } };
  }
  const { bindingId } = await bind(service, holder);
  if (name === 'requestUnbind') {
    const input = await unbindInput(service, holder, bindingId);
    return { holder, prove: () => proofOf(service, holder, 'UNBIND', bindingId, input.planDigest), input };
  }
  await unbind(service, holder, bindingId);
  await settle(service);
  return { holder, prove: () => proofOf(service, holder, 'RESTORE', bindingId), input: { bindingId } };
}

describe.each(['confirmBinding', 'requestUnbind', 'requestRestore'] as const)('a repeated %s', (name) => {
  it('with its own proof has the first answer; with another it is another request', async () => {
    const { holder, prove, input } = await ready(name);
    const proof = await prove();
    const first = { ...input, idempotencyKey: newKey(), proof };
    const answer = await mutate(service, holder, name, first);
    expect(answer.__typename).toMatch(/Success$/);
    expect(await mutate(service, holder, name, first)).toEqual(answer);
    for (const other of [await prove(), 'no.real.proof'])
      expect(await mutate(service, holder, name, { ...first, proof: other })).toMatchObject({
        __typename: 'IdempotencyKeyReusedError',
      });
  });
});

describe.each(['confirmBinding', 'requestUnbind', 'requestRestore'] as const)('the proof of %s', (name) => {
  it('is by a factor that the provider takes for it', async () => {
    const { holder, prove, input } = await ready(name);
    const { action, subjectId, planDigest } = decodeJwt<{ action: 'BIND'; subjectId: string; planDigest?: string }>(
      await prove(),
    );
    const { accountId } = holder.viewer;
    const proof = await service.prove({
      id: newId('proof'),
      accountId,
      action,
      subjectId,
      planDigest,
      factor: 'EMAIL_CODE',
    });
    expect(await mutate(service, holder, name, { ...input, proof })).toMatchObject({
      __typename: 'ProofRejectedError',
      code: 'PROOF_BY_OTHER_FACTOR',
    });
    expect((await mutate(service, holder, name, { ...input, proof: await prove() })).__typename).toMatch(/Success$/);
  });
});
