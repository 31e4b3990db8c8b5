import type { Id } from '@bindery/kernel';
import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '@bindery/subgraph';
import { ContactChannelEnum } from './contact-point.enums';
import type { ContactChannel } from './contact-point.rules';

@ObjectType('ContactPoint', { description: 'Where the holder can be reached.' })
export class ContactPointType {
  @Field(() => ID, { description: 'Id, e.g. contact_point_01h455vb4pex5vsknk084sn02q.' })
  id!: Id<'contact_point'>;

  @Field(() => ContactChannelEnum, { description: 'How it is reached.' })
  channel!: ContactChannel;

  @Field({ description: 'As much of the address as its owner needs to recognise it, e.g. +86 ••• 00.' })
  masked!: string;

  @Field(() => DateTimeScalar, { description: 'When the holder proved that it is theirs, UTC.' })
  confirmedAt!: Date;
}
