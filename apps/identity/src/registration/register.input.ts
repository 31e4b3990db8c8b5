import { Field, InputType } from 'type-graphql';
import { OnceInput } from '@bindery/subgraph';
import { displayNameMax } from '../accounts';
import { passwordLengthMin } from '../passwords';

@InputType({ description: 'A new account.' })
export class RegisterInput extends OnceInput {
  @Field({ description: 'The phone, in E.164 (+8613800138000) or as a Chinese number.' })
  phone!: string;

  @Field({ description: `${passwordLengthMin} characters or more; a few unrelated words are good.` })
  password!: string;

  @Field({ description: `What the person wants to be called, 1 to ${displayNameMax} characters, e.g. 小梅.` })
  displayName!: string;

  @Field({ description: 'Language to be addressed in: zh-CN or en.' })
  locale!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The zone in which moments are told to the holder, as IANA names it, e.g. Europe/Berlin; Asia/Shanghai where it is left out.',
  })
  timeZone?: string | null;

  @Field({ description: 'Token of an answered challenge for REGISTER with this phone. It is used up.' })
  proof!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The installationId of the app that asks, as in DeviceInput: then a deviceToken is answered, for the login that comes next. E.g. my-browser-0001.',
  })
  installationId?: string | null;
}
