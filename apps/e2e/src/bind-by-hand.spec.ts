import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '@bindery/testing';
import { newKey } from '@bindery/wallet-client';
import { root } from './system/run-system';
import { graph, newHolder, world } from './system/the-system';

/** The blocks of the page, in the order in which they are pasted. */
const blocks = [...readFileSync(join(root, 'docs/bind-by-hand.md'), 'utf8').matchAll(/```graphql\n([\s\S]*?)```/g)].map(
  ([, block = '']) => block,
);

const [before = '', start = '', challenge = '', answer = '', confirm = '', after = ''] = blocks;

describe('binding a card by hand, as the page says', () => {
  it('ends with a card and its doors', async () => {
    expect(blocks.length).toBeGreaterThanOrEqual(6);
    const { accessToken, person } = await newHolder();
    const paste = <T>(block: string, given: Readonly<Record<string, string>> = {}): Promise<T> => {
      for (const left of Object.keys(given)) expect(block).toContain(left);
      const filled = Object.entries(given).reduce((text, [left, value]) => text.replace(left, value), block);
      return graph().ask<T>(filled, filled.includes('$newKey') ? { newKey: newKey() } : {}, accessToken);
    };
    const { viewer, providers } = await paste<{
      viewer: { session: { device: { id: string } } };
      providers: readonly { code: string; terms: { text: string } }[];
    }>(before);
    const { terms } = providers.find(({ code }) => code === 'cloudgate') ?? {};
    const { startBinding } = await paste<{ startBinding: { binding: { id: string } } }>(start, {
      'device_…': viewer.session.device.id,
      'text: "…"': `text: ${JSON.stringify(terms?.text)}`,
    });
    const bindingId = startBinding.binding.id;
    const seen = await world.messages(person.phone);
    // The phone of somebody who registered a moment ago may not be known everywhere yet.
    const challengeId = await eventually(async () => {
      const { startChallenge } = await paste<{ startChallenge: { challenge?: { id: string } } }>(challenge, {
        'binding_…': bindingId,
      });
      expect(startChallenge).toHaveProperty('challenge');
      return startChallenge.challenge?.id ?? '';
    });
    const code = await world.nextCode(person.phone, seen);
    const { answerChallenge } = await paste<{ answerChallenge: { proof: { token: string } } }>(answer, {
      'challenge_…': challengeId,
      '000000': code,
    });
    const proof = answerChallenge.proof.token;
    const confirmed = await paste(confirm, { 'binding_…': bindingId, 'proof: "…"': `proof: "${proof}"` });
    expect(confirmed).toMatchObject({ confirmBinding: { binding: { id: bindingId } } });
    await eventually(async () => {
      const { binding } = await paste<{ binding: { status: string; card: object } }>(after, { 'binding_…': bindingId });
      expect(binding).toMatchObject({
        status: 'ACTIVE',
        card: { site: { doors: [{ name: 'Main gate' }, {}, {}] } },
      });
    });
  });
});
