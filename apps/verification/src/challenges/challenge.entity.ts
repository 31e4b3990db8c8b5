import type { Id } from '@bindery/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Locale } from '@bindery/localisation';
import type { ProofAction } from '@bindery/trust';
import type { Factor } from '../factors';
import type { Challenge, ChallengeState, DeliveryState } from './challenge.rules';

/** A row of `challenge`. */
@Entity('challenge')
export class ChallengeRow implements Challenge {
  @PrimaryColumn('text')
  id!: Id<'challenge'>;

  @Column('integer')
  version!: number;

  @Column('text', { name: 'account_id', nullable: true })
  accountId!: Id<'account'> | null;

  @Column('text')
  action!: ProofAction;

  @Column('text', { name: 'subject_id', nullable: true })
  subjectId!: Id<'binding'> | null;

  @Column('text', { name: 'plan_digest', nullable: true })
  planDigest!: string | null;

  @Column('text')
  factor!: Factor;

  @Column('text', { name: 'purpose_key' })
  purposeKey!: string;

  @Column('text', { name: 'sealed_contact' })
  sealedContact!: string;

  @Column('text', { name: 'contact_digest' })
  contactDigest!: string;

  @Column('text', { name: 'client_digest' })
  clientDigest!: string;

  @Column('text')
  locale!: Locale;

  @Column('text', { name: 'code_salt' })
  codeSalt!: string;

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

  @Column('integer')
  sends!: number;

  @Column('timestamptz', { name: 'last_send_at' })
  lastSendAt!: Date;

  @Column('text', { name: 'message_id', nullable: true })
  messageId!: string | null;

  @Column('text', { name: 'delivery_state' })
  deliveryState!: DeliveryState;

  @Column('timestamptz', { name: 'delivery_at' })
  deliveryAt!: Date;
}
