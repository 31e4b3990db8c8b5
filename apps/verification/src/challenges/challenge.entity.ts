import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Locale } from '@bindery/localisation';
import type { ProofAction } from '@bindery/trust';
import type { Factor } from '../factors';
import type { Challenge, ChallengeState, DeliveryState, Sending } from './challenge.rules';
import type { SubjectId } from './purpose.rules';

/** All null where nothing is sent, which a CHECK holds. */
type SendingColumns = { [Field in keyof Sending]: Sending[Field] | null };

/** A row of `challenge`. */
@Entity('challenge')
export class ChallengeRow implements Omit<Challenge, 'sending'>, SendingColumns {
  @PrimaryColumn('text')
  id!: Id<'challenge'>;

  @Column('integer')
  version!: number;

  @Column('text', { name: 'account_id', nullable: true })
  accountId!: Id<'account'> | null;

  @Column('text')
  action!: ProofAction;

  @Column('text', { name: 'subject_id', nullable: true })
  subjectId!: SubjectId | null;

  @Column('text', { name: 'plan_digest', nullable: true })
  planDigest!: string | null;

  @Column('text')
  factor!: Factor;

  @Column('text', { name: 'purpose_key' })
  purposeKey!: string;

  @Column('text', { name: 'client_digest' })
  clientDigest!: string;

  @Column('text')
  locale!: Locale;

  @Column('text', { name: 'code_salt' })
  factorState!: string;

  @Column('text')
  state!: ChallengeState;

  @Column('integer', { name: 'wrong_answers' })
  wrongAnswers!: number;

  @Column('timestamptz', { name: 'started_at' })
  startedAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt!: Date | null;

  @Column('text', { name: 'proof_id', nullable: true })
  proofId!: Id<'proof'> | null;

  @Column('text', { name: 'sealed_contact', nullable: true })
  sealedContact!: string | null;

  @Column('text', { name: 'contact_digest', nullable: true })
  contactDigest!: string | null;

  @Column('integer', { nullable: true })
  sends!: number | null;

  @Column('timestamptz', { name: 'last_send_at', nullable: true })
  lastSendAt!: Date | null;

  @Column('text', { name: 'message_id', nullable: true })
  messageId!: string | null;

  @Column('text', { name: 'delivery_state', nullable: true })
  deliveryState!: DeliveryState | null;

  @Column('timestamptz', { name: 'delivery_at', nullable: true })
  deliveryAt!: Date | null;
}
