import type {
  LeveledLocation,
  NoCandidateReason,
} from '../../../case/ownership/no-candidate-reason.ts';
import type { NamedOwner, OwnerCandidate } from '../../../case/ownership/owner-candidate.ts';
import type { OwnerFix } from '../../../case/ownership/owner-fixes.ts';
import { ownerFixes } from '../../../case/ownership/owner-fixes.ts';
import type {
  FailedRule,
  OwnerChoice,
  OwnerProblem,
} from '../../../case/ownership/owner-resolution.ts';
import type { OwnerNames, OwnerProblemText, OwnerStrings } from '../owner-strings.ts';
import { list } from '../words.ts';

const NUMBERS = ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'];
const NAMED_AT_MOST = 6;

/** French about owners. Written so that the gender of a case type's name need not be known. */
export const ownerFr: OwnerStrings = {
  explain,
  waysTitle: 'Ce que vous pouvez faire',
  fixesTitle: 'Ce qui résoudrait le problème',
  settings: 'Changer cela',
  fixesHint: 'Vous pouvez changer ces paramètres vous-même. Un seul changement suffit.',
  fillInFirst:
    'Ou remplissez le formulaire maintenant. Il est gardé sur cet ordinateur comme brouillon et pourra être envoyé dès qu’il y aura un propriétaire.',
  fillIn: 'Remplir maintenant, envoyer plus tard',
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
  reviewTitle: 'Qui le verra ?',
  reviewNew: 'nouveau',
  reviewOwner: (owner, people) =>
    people.length === 0
      ? `Appartient à ${owner}.`
      : `Appartient à ${owner} : visible pour ${list('fr', people)}.`,
  reviewUnknownOwner: 'Appartient à quelqu’un hors de vos groupes et lieux.',
  reviewNobody: 'Personne ne le verra : aucun propriétaire ne le peut.',
  reviewClosed: 'Est terminé, et quitte les listes de tous.',
  reviewUnseen: 'Vous ne le verrez plus dans vos listes.',
  reviewUnseenNew: 'Vous ne le verrez pas dans vos listes.',
  confirm: 'Envoyer le formulaire',
  backToForm: 'Retour aux questions',
};

function explain(problem: OwnerProblem, names: OwnerNames): OwnerProblemText {
  const things = typesOf(problem, names);
  return {
    title: `Vous ne pouvez pas encore enregistrer ${list('fr', things.map(withDe))}`,
    why: whyNot(problem),
    ways: [toAskFor(problem), MEANWHILE],
    fixes: ownerFixes(problem).map((fix) => fixText(fix, names.user || 'cette personne')),
    report: report(problem, things, names),
  };
}

function whyNot(problem: OwnerProblem): string {
  switch (problem.kind) {
    case 'noCandidate':
      return whyNone(problem.reason);
    case 'manyCandidates':
      return whyMany(problem);
    case 'noComputedOwner':
      return whyNotComputed(problem.computed);
  }
}

function whyNotComputed({ rule, found }: FailedRule): string {
  const gives = 'Ce formulaire attribue ce qu’il crée';
  if (rule.kind === 'location' && found.length === 0)
    return `${gives} à votre lieu du niveau « ${rule.level} », et vous ne travaillez ni dans un tel lieu, ni dans un lieu qui en dépend.`;
  const yields = found.length === 0 ? 'et n’en trouve aucun' : `et en trouve ${found.length}`;
  return `${gives} à un propriétaire que l’application détermine elle-même, ${yields}.`;
}

function whyNone(reason: NoCandidateReason): string {
  const form = 'Ce que crée ce formulaire est partagé avec un groupe de partage ou un lieu';
  switch (reason.kind) {
    case 'noMembership':
      return `${form}, et vous n’appartenez encore à aucun.`;
    case 'onlyNonSharingGroups':
      return `${form}. Vous n’appartenez qu’à ${named(reason.groups)}, où rien n’est partagé.`;
    case 'onlyNonOwningLocations':
      return `${form}. Vous travaillez pour ${named(reason.locations)}, où rien ne peut être gardé.`;
    case 'viewOnlyWithoutChildren':
      return `${form}. Vous travaillez pour ${named(reason.locations)}, d’où l’on voit seulement ce qu’ont les lieux qui en dépendent, et il n’y en a pas encore.`;
  }
}

function whyMany({ candidates }: Pick<OwnerChoice, 'candidates'>): string {
  return `Vous ${memberships(candidates)}, et ce formulaire attribue ce qu’il crée à un seul.`;
}

function toAskFor(problem: OwnerProblem): string {
  const aim =
    problem.kind !== 'noCandidate'
      ? 'Demandez à votre superviseur de changer cela, pour que le propriétaire soit clair.'
      : problem.reason.kind === 'noMembership'
        ? 'Demandez à votre superviseur de vous ajouter au groupe ou au lieu pour lequel vous travaillez.'
        : 'Demandez à votre superviseur de changer cela, pour qu’il y ait un propriétaire.';
  return `${aim} Le texte ci-dessous dit comment.`;
}

/** Ce qui ne va pas, dans les mots des paramètres. */
function situation(problem: OwnerProblem): string {
  if (problem.kind === 'manyCandidates') {
    const { candidates } = problem;
    return `Pour le partage de cas, je compte pour ${candidates.length} :\n${candidates.map(line).join('\n')}`;
  }
  if (problem.kind === 'noComputedOwner') return ruleSituation(problem.computed);
  const { reason } = problem;
  switch (reason.kind) {
    case 'noMembership':
      return 'Je ne suis dans aucun groupe de partage de cas, ni dans un lieu qui possède des cas.';
    case 'onlyNonSharingGroups':
      return `Le partage de cas (case sharing) est désactivé pour ${named(reason.groups)}, où je suis.`;
    case 'onlyNonOwningLocations':
      return `Je suis affecté à ${named(reason.locations)}, et « Owns Cases » n’est pas coché pour ${levels(reason.locations)}.`;
    case 'viewOnlyWithoutChildren':
      return `Je suis affecté à ${named(reason.locations)}. Pour ${levels(reason.locations)}, « View Child Data » est coché et « Owns Cases » ne l’est pas, et aucun lieu qui en dépend ne possède de cas.`;
  }
}

function ruleSituation({ rule, found }: FailedRule): string {
  const yields =
    found.length === 0
      ? 'n’en trouve aucun pour moi'
      : `en trouve ${found.length} pour moi (${found.join(', ')})`;
  return rule.kind === 'location'
    ? `L’application prend le propriétaire au niveau d’organisation « ${rule.level} », et ${yields}.`
    : `L’application prend le propriétaire de cette expression, et ${yields} :\n${rule.xpath}`;
}

function line({ name, kind, via }: OwnerCandidate): string {
  const shown = { group: 'groupe', location: 'lieu' }[kind];
  return via?.kind === 'descendant'
    ? `- ${name} (${shown}, par « View Child Data » de ${via.of.name})`
    : `- ${name} (${shown})`;
}

function fixText(fix: OwnerFix, whom: string): string {
  switch (fix.kind) {
    case 'joinGroup':
      return `Ajouter ${whom} à un groupe dont le partage de cas (case sharing) est activé.`;
    case 'assignLocation':
      return `Affecter ${whom} à un lieu dont le niveau d’organisation a « Owns Cases » coché.`;
    case 'shareGroups':
      return `Activer le partage de cas (case sharing) pour ${named(fix.groups)}.`;
    case 'ownCases':
      return `Cocher « Owns Cases » pour ${levels(fix.locations)}. Cela vaut pour tous les lieux du niveau.`;
    case 'addLocationBelow':
      return `Ajouter sous ${named(fix.locations)} un lieu qui possède des cas.`;
    case 'keepOne':
      return keepOne(fix.candidates, whom);
    case 'stopViewing':
      return `Décocher « View Child Data » pour le niveau d’organisation de ${named(fix.locations)}. On n’y verra alors plus ce que possèdent les lieux qui en dépendent.`;
    case 'assignLevel':
      return `Affecter ${whom}, comme lieu principal, à un lieu du niveau d’organisation « ${fix.level} » ou à un lieu qui en dépend.`;
    case 'mendRule':
      return fix.rule.kind === 'location'
        ? `Faire prendre le propriétaire à un autre niveau d’organisation que « ${fix.rule.level} » (« case_owners » dans app.json), ou le faire demander (« owner_policy »).`
        : 'Changer l’expression de l’application pour qu’elle donne un seul propriétaire (« case_owners » dans app.json), ou le faire demander (« owner_policy »).';
    case 'ask':
      return 'Faire demander le propriétaire par le formulaire : une question dont la réponse est enregistrée dans la propriété owner_id, pour chaque cas que le formulaire crée.';
  }
}

function named(owners: readonly NamedOwner[]): string {
  const names = owners.map((owner) => `« ${owner.name} »`);
  return owners.length === 0 ? 'un lieu' : list('fr', names);
}

function levels(locations: readonly LeveledLocation[]): string {
  const distinct = [...new Set(locations.map(({ level }) => `« ${level} »`))];
  return distinct.length === 0
    ? 'son niveau d’organisation'
    : `le niveau d’organisation ${list('fr', distinct)}`;
}

const MEANWHILE = 'Ce qui est déjà enregistré peut toujours être ouvert et modifié.';

function keepOne(candidates: readonly OwnerCandidate[], whom: string): string {
  const keep = `Ne laisser ${whom} que dans un seul de ceux-ci.`;
  return candidates.every((candidate) => candidate.kind === 'group')
    ? keep
    : `${keep} Un lieu compte si son niveau a « Owns Cases » coché.`;
}

function typesOf(problem: Pick<OwnerProblem, 'creates'>, names: OwnerNames): readonly string[] {
  const types = problem.creates.map((create) => names.caseTypeLabel(create.caseType));
  const distinct = [...new Set(types.filter((type) => type !== ''))];
  return distinct.length === 0 ? ['dossier'] : distinct;
}

function withDe(noun: string): string {
  return /^[aeiouyhàâéèêëîïôûœ]/i.test(noun) ? `d’${noun}` : `de ${noun}`;
}

function memberships(candidates: readonly OwnerCandidate[]): string {
  const below = candidates.filter(({ via }) => via?.kind === 'descendant');
  const own = candidates.filter((candidate) => !below.includes(candidate));
  const groups = own.filter((candidate) => candidate.kind === 'group');
  const locations = own.filter((candidate) => candidate.kind === 'location');
  const parts = [
    groups.length === 0
      ? []
      : `appartenez ${counted(groups, 'au groupe de partage', 'groupes de partage')}`,
    locations.length === 0 ? [] : `travaillez ${counted(locations, 'au lieu', 'lieux')}`,
    below.length === 0
      ? []
      : `avez accès ${counted(below, 'au lieu', 'lieux')} qui ${below.length === 1 ? 'dépend' : 'dépendent'} du vôtre`,
  ];
  return list('fr', parts.flat());
}

function counted(candidates: readonly OwnerCandidate[], one: string, many: string): string {
  const { length } = candidates;
  if (length === 1) return `${one} ${candidates[0]?.name ?? ''}`;
  const names = candidates.map((candidate) => candidate.name);
  const rest = length - NAMED_AT_MOST;
  const shown = rest > 1 ? [...names.slice(0, NAMED_AT_MOST), `${rest} autres`] : names;
  return `à ${NUMBERS[length] ?? length} ${many}, ${list('fr', shown)}`;
}

function report(
  problem: OwnerProblem,
  things: readonly string[],
  { app, user }: OwnerNames,
): string {
  const where = app === '' ? '' : ` dans l’application « ${app} »`;
  const fixes = ownerFixes(problem).map((fix, index) => `${index + 1}. ${fixText(fix, ME)}`);
  const parts = [
    `Je ne peux pas enregistrer ${list('fr', things.map(withDe))}${where} : on ne sait pas quel groupe ou quel lieu en serait propriétaire.`,
    user === '' ? '' : `Mon nom d’utilisateur : ${user}`,
    situation(problem),
    `Chacun de ces changements résoudrait le problème :\n${fixes.join('\n')}`,
    'Ensuite il me suffira de synchroniser.',
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

const ME = 'mon compte';
