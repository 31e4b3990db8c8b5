import { Field, InputType } from 'type-graphql';
import type { DevicePlatform } from '../devices/device.rules';
import { DevicePlatformEnum } from '../accounts/account.enums';
import { idempotencyKeyDescription } from '../graphql/input-descriptions';

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

@InputType({ description: 'A login by phone and password.' })
export class LogInInput {
  @Field({ description: idempotencyKeyDescription })
  idempotencyKey!: string;

  @Field({ description: 'The phone, in E.164 (+8613800138000) or as a Chinese number.' })
  phone!: string;

  @Field({ description: 'The password, as typed.' })
  password!: string;

  @Field({ description: 'Where the login happens.' })
  device!: DeviceInput;

  @Field({ description: 'The registered client app, e.g. wallet-ios: 1 to 64 of a-z 0-9 . _ -.' })
  clientApp!: string;
}
