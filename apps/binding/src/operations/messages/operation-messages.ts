import { givenId } from '@bindery/kernel';
import { z } from 'zod';
import { refusalCause, shortText } from '../../providers';
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
  defineMessage('operation.activation_required', z.object({ operationId }), (body, provider) =>
    apply({ type: 'operation.activation_required', ...body, provider }),
  ),
  defineMessage('credential.removed', z.object({ credentialReference }), (body, provider) =>
    apply({ type: 'credential.removed', ...body, provider }),
  ),
];
