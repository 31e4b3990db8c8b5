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

  @Field({
    nullable: true,
    description:
      'Counts only where the request does not say which app it comes from, while an app is being made: 1 to 64 of A-Z a-z 0-9 . _ + -.',
    deprecationReason:
      'An app is what its requests are registered under, not what it says here. Use the header apollographql-client-name. Stays until 2027-12-31.',
  })
  clientApp?: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The deviceToken that this device was given last for this account, if any: then nobody else’s wrong guesses keep it out. E.g. eyJhbGciOi….',
  })
  deviceToken?: string | null;
}
