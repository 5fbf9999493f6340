import type { OwnerCandidate } from '../../../case/ownership/owner-candidate.ts';
import type { OwnerProblem } from '../../../case/ownership/owner-resolution.ts';
import type { OwnerNames, OwnerProblemText, OwnerStrings } from '../owner-strings.ts';
import { list } from '../words.ts';

const NUMBERS = ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'];
const NAMED_AT_MOST = 6;

/** French about owners. Written so that the gender of a case type's name need not be known. */
export const ownerFr: OwnerStrings = {
  explain,
  waysTitle: 'Ce que vous pouvez faire',
  chooseTitle: (caseTypes) =>
    `À qui attribuer ce que vous enregistrez (${list('fr', caseTypes)}) ?`,
  chooseHint: 'Toutes les personnes du groupe ou du lieu choisi pourront le voir et y travailler.',
  choose: 'Continuer',
  chooseMissing: 'Choisissez-en un',
  dontKnow: 'Si vous n’êtes pas sûr',
  group: 'groupe',
  location: 'lieu',
  reportTitle: 'Texte pour votre superviseur',
  reportHint: 'Copiez-le dans un message. Il dit ce qui doit être changé, et où.',
  copy: 'Copier le texte',
  copied: 'Copié. Collez-le dans un message à votre superviseur.',
  copyFailed:
    'Ce navigateur ne permet pas de copier. Le texte est sélectionné : appuyez sur Ctrl+C.',
  checkAgain: 'Synchroniser et vérifier',
  checking: 'Vérification…',
  back: 'Retour',
  details: 'Message dans les termes de CommCare',
};

function explain(problem: OwnerProblem, names: OwnerNames): OwnerProblemText {
  const things = typesOf(problem, names);
  const title = `Vous ne pouvez pas encore enregistrer ${list('fr', things.map(withDe))}`;
  return problem.kind === 'noCandidate'
    ? withoutCandidate(title, things, names)
    : withCandidates(title, things, problem.candidates, names);
}

function withoutCandidate(
  title: string,
  things: readonly string[],
  names: OwnerNames,
): OwnerProblemText {
  return {
    title,
    why: 'Ce que crée ce formulaire est partagé avec un groupe de partage ou un lieu, et vous n’appartenez encore à aucun.',
    ways: [
      'Demandez à votre superviseur de vous ajouter au groupe ou au lieu pour lequel vous travaillez. Le texte ci-dessous dit comment.',
      MEANWHILE,
    ],
    report: report(
      things,
      names,
      'Je ne suis dans aucun groupe de partage de cas, ni dans un lieu qui possède des cas.',
      [
        'M’ajouter à un groupe dont le partage de cas (case sharing) est activé.',
        'Ou m’affecter à un lieu dont le niveau d’organisation a « Owns Cases » coché.',
      ],
    ),
  };
}

function withCandidates(
  title: string,
  things: readonly string[],
  candidates: readonly OwnerCandidate[],
  names: OwnerNames,
): OwnerProblemText {
  return {
    title,
    why: `Vous ${memberships(candidates)}, et ce formulaire attribue ce qu’il crée à un seul.`,
    ways: [
      'Demandez à votre superviseur de changer cela, pour que le propriétaire soit clair. Le texte ci-dessous dit comment.',
      MEANWHILE,
    ],
    report: report(
      things,
      names,
      `Pour le partage de cas, je compte pour ${candidates.length} :\n${lines(candidates)}`,
      [
        keepOne(candidates),
        'Ou faire demander le propriétaire par le formulaire : une question dont la réponse est enregistrée dans la propriété owner_id, pour chaque cas que le formulaire crée.',
      ],
    ),
  };
}

const MEANWHILE = 'Ce qui est déjà enregistré peut toujours être ouvert et modifié.';

function keepOne(candidates: readonly OwnerCandidate[]): string {
  const keep = 'Ne me laisser que dans un seul de ceux-ci.';
  return candidates.every((candidate) => candidate.kind === 'group')
    ? keep
    : `${keep} Un lieu compte si son niveau a « Owns Cases » coché ; ceux qui dépendent d’un de mes lieux comptent aussi si son niveau a « View Child Data » coché.`;
}

function typesOf(problem: OwnerProblem, names: OwnerNames): readonly string[] {
  const types = problem.creates.map((create) => names.caseTypeLabel(create.caseType));
  const distinct = [...new Set(types.filter((type) => type !== ''))];
  return distinct.length === 0 ? ['dossier'] : distinct;
}

function withDe(noun: string): string {
  return /^[aeiouyhàâéèêëîïôûœ]/i.test(noun) ? `d’${noun}` : `de ${noun}`;
}

function memberships(candidates: readonly OwnerCandidate[]): string {
  const groups = candidates.filter((candidate) => candidate.kind === 'group');
  const locations = candidates.filter((candidate) => candidate.kind === 'location');
  const parts = [
    groups.length === 0
      ? []
      : `appartenez ${counted(groups, 'au groupe de partage', 'groupes de partage')}`,
    locations.length === 0 ? [] : `travaillez ${counted(locations, 'au lieu', 'lieux')}`,
  ];
  return parts.flat().join(' et ');
}

function counted(candidates: readonly OwnerCandidate[], one: string, many: string): string {
  const { length } = candidates;
  if (length === 1) return `${one} ${candidates[0]?.name ?? ''}`;
  const names = candidates.map((candidate) => candidate.name);
  const rest = length - NAMED_AT_MOST;
  const shown = rest > 1 ? [...names.slice(0, NAMED_AT_MOST), `${rest} autres`] : names;
  return `à ${NUMBERS[length] ?? length} ${many}, ${list('fr', shown)}`;
}

function lines(candidates: readonly OwnerCandidate[]): string {
  const kinds = { group: 'groupe', location: 'lieu' };
  return candidates.map((candidate) => `- ${candidate.name} (${kinds[candidate.kind]})`).join('\n');
}

function report(
  things: readonly string[],
  names: OwnerNames,
  reason: string,
  remedies: readonly string[],
): string {
  const where = names.app === '' ? '' : ` dans l’application « ${names.app} »`;
  const who = names.user === '' ? '' : `Mon nom d’utilisateur : ${names.user}`;
  const ways = remedies.map((remedy, index) => `${index + 1}. ${remedy}`).join('\n');
  const parts = [
    `Je ne peux pas enregistrer ${list('fr', things.map(withDe))}${where} : on ne sait pas quel groupe ou quel lieu en serait propriétaire.`,
    who,
    reason,
    `Ce qui résoudrait le problème :\n${ways}`,
    'Ensuite il me suffira de synchroniser.',
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}
