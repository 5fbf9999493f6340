import { XPathEvaluationError } from '../xpath-error.ts';
import { numberFunction, textFunction, type FunctionDefinition } from './function-definition.ts';

/** What comes from outside: chance and place. */
export const environmentFunctions: readonly FunctionDefinition[] = [
  numberFunction('random', 0, () => (frame) => frame.scope.environment.random(), {
    volatileArity: Infinity,
  }),
  textFunction('here', 0, () => (frame) => frame.scope.environment.here(), {
    volatileArity: Infinity,
  }),
  textFunction(
    'uuid',
    [0, 1],
    (length) => (frame) => {
      if (length === undefined) return frame.scope.environment.uuid();
      return randomText(length.number(frame), () => frame.scope.environment.random());
    },
    { volatileArity: Infinity },
  ),
];

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const MAXIMUM_LENGTH = 1_000_000;

/** A random text of digits and capital letters. */
function randomText(length: number, random: () => number): string {
  if (length > MAXIMUM_LENGTH) {
    throw new XPathEvaluationError(
      `uuid() writes ${MAXIMUM_LENGTH} characters at most, not ${length}`,
    );
  }
  let text = '';
  for (let i = Math.trunc(length); i > 0; i--)
    text += LETTERS[Math.floor(random() * LETTERS.length)];
  return text;
}
