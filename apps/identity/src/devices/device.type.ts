import type { Id } from '@bindery/kernel';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { connectionOf, DateTimeScalar, inWords, NodeInterface } from '@bindery/subgraph';
import { accessTokenLifetimeMs } from '@bindery/trust';
import type { DevicePlatform } from './device.rules';
import { DevicePlatformEnum } from './device.enums';

@Directive('@key(fields: "id")')
@ObjectType('Device', {
  implements: NodeInterface,
  description: 'One installation of a client app on something the holder owns. Cards are bound on devices.',
})
export class DeviceType extends NodeInterface {
  @Field(() => ID, { description: 'Global id, e.g. device_01h455vb4pex5vsknk084sn02q.' })
  override id!: Id<'device'>;

  @Field({ description: 'Its name, as the first login here or its holder gave it, e.g. Mei’s phone.' })
  name!: string;

  @Field(() => DevicePlatformEnum, { description: 'What it runs.' })
  platform!: DevicePlatform;

  @Field({ description: 'The client app installed on it, e.g. wallet-ios.' })
  clientApp!: string;

  @Field(() => DateTimeScalar, { description: 'When it was first used to log in, UTC.' })
  registeredAt!: Date;

  @Field(() => DateTimeScalar, {
    description: `When one of its sessions last got new tokens, UTC; at most ${inWords(accessTokenLifetimeMs)} behind.`,
  })
  lastSeenAt!: Date;

  @Field({ description: 'Whether this is the device that asks.' })
  isCurrent!: boolean;
}

export const DeviceConnection = connectionOf('Device', () => DeviceType);
