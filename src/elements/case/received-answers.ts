import type { QueryAnswers } from '../../suite/query-datum.ts';
import type { QueryField } from '../../suite/screen.ts';
import {
  readReception,
  receivedChoice,
  receivedTexts,
  type AddressMessage,
} from '../shared/address-message.ts';
import { textAnswer } from './query-control.ts';

/** What the other prompts of a search are answered with when an address is chosen: those whose `receive` names its prompt. */
export function receivedAnswers(
  topic: string,
  prompts: readonly QueryField[],
  message: AddressMessage,
): QueryAnswers {
  const answers = prompts.flatMap((field) => {
    const reception = field.receive === undefined ? undefined : readReception(field.receive);
    if (reception?.topic !== topic) return [];
    return [[field.key, answerOf(field, receivedTexts(reception, message))] as const];
  });
  return Object.fromEntries(answers);
}

/** The same prompts without an answer, as far as what came from that address still stands there. */
export function emptiedAnswers(
  topic: string,
  prompts: readonly QueryField[],
  former: AddressMessage,
): QueryAnswers {
  const received = receivedAnswers(topic, prompts, former);
  const standing = prompts.filter(({ key, value }) => value !== '' && received[key] === value);
  return Object.fromEntries(standing.map((field) => [field.key, textAnswer(field, '')]));
}

function answerOf(field: QueryField, texts: readonly string[]): string {
  const isChoice = field.choices.length > 0 || field.input.startsWith('select');
  return textAnswer(field, isChoice ? receivedChoice(texts, field.choices) : (texts[0] ?? ''));
}
