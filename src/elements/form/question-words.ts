/** What questions say that is not among the general strings of a form. */
export interface QuestionWords {
  readonly help: string;
  /** In place of a control that cannot be used in a browser. */
  readonly unsupported: string;
  /** Before what will be lost when an item is removed. */
  readonly willBeRemoved: string;
  /** Below a list that is too long to show. */
  readonly moreChoices: (count: number) => string;
  readonly digitsOnly: string;
  /** In place of choices that depend on another answer. */
  readonly nothingToChoose: string;
  /** Confirms an order in which nothing was moved. */
  readonly keepOrder: string;
  readonly nothingLeft: string;
  readonly left: (count: number) => string;
}

const en: QuestionWords = {
  help: 'Help',
  unsupported: 'This question cannot be answered in the browser. What it holds is kept as it is.',
  willBeRemoved: 'These answers will be removed:',
  moreChoices: (count) => `${count} more. Type more letters to find them.`,
  digitsOnly: 'Enter digits only, such as 007',
  nothingToChoose: 'There is nothing to choose from yet',
  keepOrder: 'This order is right',
  nothingLeft: 'Done',
  left: (count) => `${count} left`,
};

const fr: QuestionWords = {
  help: 'Aide',
  unsupported:
    'Cette question ne peut pas être remplie dans le navigateur. Sa réponse est conservée telle quelle.',
  willBeRemoved: 'Ces réponses seront supprimées :',
  moreChoices: (count) => `Encore ${count}. Saisissez plus de lettres pour les trouver.`,
  digitsOnly: 'Saisissez seulement des chiffres, par exemple 007',
  nothingToChoose: 'Il n’y a encore rien à choisir',
  keepOrder: 'Cet ordre est le bon',
  nothingLeft: 'Terminé',
  left: (count) => (count < 2 ? `${count} restante` : `${count} restantes`),
};

const byCode: Readonly<Record<string, QuestionWords>> = { en, fr };

/** The words for the language of the strings that an element uses; English for one that has none here. */
export function questionWordsFor(code: string): QuestionWords {
  return byCode[code] ?? en;
}
