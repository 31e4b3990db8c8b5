import { Field, InputType } from 'type-graphql';
import { DevicePlatformEnum } from './device.enums';
import { deviceNameMax, type DevicePlatform } from './device.rules';

@InputType({ description: 'The device somebody logs in on.' })
export class DeviceInput {
  @Field({
    description: `What its owner calls it, e.g. Mei’s phone. Kept of the first login here, cleaned and cut to ${deviceNameMax} characters; \`renameDevice\` changes it.`,
  })
  name!: string;

  @Field(() => DevicePlatformEnum, { description: 'What it runs.' })
  platform!: DevicePlatform;

  @Field({
    description:
      'Made by the app when it is installed, and kept: 8 to 64 of A-Z a-z 0-9 _ -. The same one is the same device.',
  })
  installationId!: string;
}
