/** A form engine as the benchmark drives it: the same few calls for every engine, without a screen. */
export interface EngineUnderTest {
  /** From the text of a form to one that can be answered. */
  load(xml: string): Promise<OpenForm> | OpenForm;
}

/** One form that is being filled in. References have no positions; a repeated one means its first node. */
export interface OpenForm {
  /** Answers a question as a person would. */
  answer(ref: string, value: string): void;
  addRepeat(ref: string): void;
  itemCount(ref: string): number;
  /** The label of a question, outputs included. */
  label(ref: string): string;
  relevant(ref: string): boolean;
  /** The labels of the choices that a question offers now. */
  choiceLabels(ref: string): readonly string[];
}
