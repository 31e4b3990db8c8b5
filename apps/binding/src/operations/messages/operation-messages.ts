import { givenId } from '@bindery/kernel';
import { z } from 'zod';
import { activationAnswer, refusalCause, shortText } from '../../providers';
import { defineMessage } from '../../webhooks';
import type { ApplyProviderMessage } from './apply-provider-message';

const operationId = shortText.transform((text) => givenId('operation', text));
const credentialReference = shortText;

/** What providers tell of operations and credentials by themselves. */
export const operationMessages = (apply: ApplyProviderMessage) => [
  defineMessage(
    'operation.confirmed',
    z.object({ operationId, credentialReference: credentialReference.optional() }),
    (body, provider) => apply({ type: 'operation.confirmed', ...body, provider }),
  ),
  defineMessage('operation.refused', z.object({ operationId, cause: refusalCause }), (body, provider) =>
    apply({ type: 'operation.refused', ...body, provider }),
  ),
  defineMessage(
    'operation.activation_required',
    z.object({ operationId, activation: activationAnswer.optional() }),
    (body, provider) => apply({ type: 'operation.activation_required', ...body, provider }),
  ),
  ...credentialMessages(apply),
];

/** What was done with a credential at its provider: each a reason to ask, which of them it was the answer tells. */
const credentialMessages = (apply: ApplyProviderMessage) =>
  (['credential.removed', 'credential.suspended', 'credential.resumed'] as const).map((type) =>
    defineMessage(type, z.object({ credentialReference }), (body, provider) => apply({ type, ...body, provider })),
  );
