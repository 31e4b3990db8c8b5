import { Field, InputType } from 'type-graphql';
import { OnceInput } from '@bindery/subgraph';
import { DeviceInput } from '../devices';

@InputType({ description: 'A login by phone and password.' })
export class LogInInput extends OnceInput {
  @Field({ description: 'The phone, in E.164 (+8613800138000) or as a Chinese number.' })
  phone!: string;

  @Field({ description: 'The password, as typed.' })
  password!: string;

  @Field({ description: 'Where the login happens.' })
  device!: DeviceInput;

  @Field({ description: 'The registered client app, e.g. wallet-ios: 1 to 64 of a-z 0-9 . _ -.' })
  clientApp!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The deviceToken that this device was given last for this account, if any: then nobody else’s wrong guesses keep it out.',
  })
  deviceToken?: string | null;
}
