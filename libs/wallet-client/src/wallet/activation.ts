import { documents } from '../documents';
import { pause } from '../pause';
import type { ActivationStep, Outcome } from '../wallet-types';
import { newKey, settleTimeoutMs, type Connection } from './connection';

/** What a provider waits for before a card works: a code, a page to open, a text to sign. */
export function createActivation({ ask, mutate }: Connection) {
  return {
    /** What the holder has to do, once the provider has said so; waits up to twenty seconds for it. */
    async activationOf(bindingId: string): Promise<ActivationStep> {
      type Asked = { status: string; activation: { steps: ActivationStep[] } | null };
      for (const deadline = Date.now() + settleTimeoutMs; ; await pause(100)) {
        const { binding } = await ask<'binding', Asked>(documents.activation, { id: bindingId });
        const [step] = binding.activation?.steps ?? [];
        if (step) return step;
        if (Date.now() > deadline) throw new Error(`nothing is asked of the holder; the binding is ${binding.status}`);
      }
    },

    answerActivation: (bindingId: string, answer: { code: string } | { signature: string }): Promise<Outcome> =>
      mutate(documents.answerActivation, { idempotencyKey: newKey(), bindingId, ...answer }),
  };
}
