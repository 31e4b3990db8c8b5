import { IdempotencyKeyReusedError, InvalidInputError, Problem } from '@bindery/subgraph';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { NotificationKindEnum, type NotificationKind } from '../alerts';
import { NotificationPreferenceType } from './preference.type';

@ObjectType({ description: 'The preferences are kept.' })
export class SetNotificationPreferencesSuccess {
  @Field(() => [NotificationPreferenceType], { description: 'All preferences as they are now.' })
  preferences!: NotificationPreferenceType[];
}

@ObjectType({
  implements: Problem,
  description: 'An alert about the safety of the account or its cards cannot be switched off. Nothing was changed.',
})
export class NotificationCriticalError extends Problem {
  @Field(() => NotificationKindEnum, { description: 'The kind that stays on.' })
  kind!: NotificationKind;
}

export const SetNotificationPreferencesResult = createUnionType({
  name: 'SetNotificationPreferencesResult',
  description: 'Success, or why nothing was changed.',
  types: () =>
    [
      SetNotificationPreferencesSuccess,
      NotificationCriticalError,
      InvalidInputError,
      IdempotencyKeyReusedError,
    ] as const,
});
