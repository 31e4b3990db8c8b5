import { createUnionType, Field, ObjectType } from 'type-graphql';
import { IdempotencyKeyReusedError, InvalidInputError, NotFoundError } from '@bindery/subgraph';
import { DeviceType } from '../devices';

@ObjectType({ description: 'The device has its new name, which no login changes.' })
export class RenameDeviceSuccess {
  @Field({ description: 'The device.' })
  device!: DeviceType;
}

export const RenameDeviceResult = createUnionType({
  name: 'RenameDeviceResult',
  description: 'What came of renaming a device.',
  types: () => [RenameDeviceSuccess, NotFoundError, InvalidInputError, IdempotencyKeyReusedError] as const,
});
