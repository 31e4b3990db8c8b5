import { isId } from '@bindery/kernel';
import { OpenCaseAnswerType, StatedProviderAnswerType } from './provider-answer.type';
import { answersTo, type StatedAnswer, type Subject } from './provider-answer.rules';

const operationIdOf = (id: Subject['id']) => (isId('operation', id) ? id : null);

export const toStatedType = ({ subject, ...stated }: StatedAnswer): StatedProviderAnswerType =>
  Object.assign(new StatedProviderAnswerType(), { ...stated, operationId: operationIdOf(subject) });

export const toAnswerTypes = (subject: Subject): OpenCaseAnswerType[] =>
  answersTo(subject).map((offered) =>
    Object.assign(new OpenCaseAnswerType(), { ...offered, operationId: operationIdOf(subject.id) }),
  );
