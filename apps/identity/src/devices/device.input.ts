import { Field, InputType } from 'type-graphql';
import { DevicePlatformEnum } from './device.enums';
import type { DevicePlatform } from './device.rules';

@InputType({ description: 'The device somebody logs in on.' })
export class DeviceInput {
  @Field({ description: 'What its owner calls it, 1 to 64 characters, e.g. Mei’s phone.' })
  name!: string;

  @Field(() => DevicePlatformEnum, { description: 'What it runs.' })
  platform!: DevicePlatform;

  @Field({
    description:
      'Made by the app when it is installed, and kept: 8 to 64 of A-Z a-z 0-9 _ -. The same one is the same device.',
  })
  installationId!: string;
}
