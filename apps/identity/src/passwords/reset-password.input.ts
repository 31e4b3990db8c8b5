import { Field, InputType } from 'type-graphql';
import { OnceInput } from '@bindery/subgraph';
import { passwordLengthMin } from './password.rules';

@InputType({ description: 'A new password for somebody who cannot log in.' })
export class ResetPasswordInput extends OnceInput {
  @Field({ description: 'The phone of the account, in E.164 (+8613800138000) or as a Chinese number.' })
  phone!: string;

  @Field({ description: `${passwordLengthMin} characters or more; a few unrelated words are good.` })
  newPassword!: string;

  @Field({ description: 'Token of an answered challenge for RESET_PASSWORD with this phone. It is used up.' })
  proof!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The installationId of the app that asks, as in DeviceInput: then a deviceToken is answered, for the login that comes next. E.g. my-browser-0001.',
  })
  installationId?: string | null;
}
