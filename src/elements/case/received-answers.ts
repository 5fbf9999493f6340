import type { QueryAnswers } from '../../suite/query-datum.ts';
import type { QueryField } from '../../suite/screen.ts';
import {
  readReception,
  receivedChoice,
  receivedTexts,
  type AddressMessage,
} from '../shared/address-message.ts';
import { textAnswer } from './query-control.ts';

/**
 * What the other prompts of a search are answered with when an address is chosen: those whose `receive` names its prompt. Without a
 * message the address was taken away, and so is what came from it.
 */
export function receivedAnswers(
  topic: string,
  prompts: readonly QueryField[],
  message: AddressMessage | undefined,
): QueryAnswers {
  const answers = prompts.flatMap((field) => {
    const reception = field.receive === undefined ? undefined : readReception(field.receive);
    if (reception?.topic !== topic) return [];
    return [[field.key, answerOf(field, receivedTexts(reception, message))] as const];
  });
  return Object.fromEntries(answers);
}

function answerOf(field: QueryField, texts: readonly string[]): string {
  const isChoice = field.choices.length > 0 || field.input.startsWith('select');
  return textAnswer(field, isChoice ? receivedChoice(texts, field.choices) : (texts[0] ?? ''));
}
