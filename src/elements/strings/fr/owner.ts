import { explainOwner } from '../explain-owner.ts';
import type { OwnerSentences } from '../owner-sentences.ts';
import type { OwnerStrings } from '../owner-strings.ts';
import { list } from '../words.ts';

const NUMBERS = ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'];
const KINDS = { group: 'groupe', location: 'lieu' } as const;

const and = (items: readonly string[]) => list('fr', items);
const named = (names: readonly string[]) =>
  names.length === 0 ? 'un lieu' : and(names.map(quoted));
const levels = (names: readonly string[]) =>
  names.length === 0
    ? 'son niveau d’organisation'
    : `le niveau d’organisation ${and(names.map(quoted))}`;

const GIVES = 'Ce formulaire attribue ce qu’il crée';
const SHARES = 'Ce que crée ce formulaire est partagé avec un groupe de partage ou un lieu';

const SENTENCES: OwnerSentences = {
  code: 'fr',
  case: 'dossier',
  me: 'mon compte',
  thisUser: 'cette personne',
  title: (things) => `Vous ne pouvez pas encore enregistrer ${and(things.map(withDe))}`,
  meanwhile: () => 'Ce qui est déjà enregistré peut toujours être ouvert et modifié.',
  why: {
    noMembership: () => `${SHARES}, et vous n’appartenez encore à aucun.`,
    onlyNonSharingGroups: (groups) =>
      `${SHARES}. Vous n’appartenez qu’à ${named(groups)}, où rien n’est partagé.`,
    onlyNonOwningLocations: (locations) =>
      `${SHARES}. Vous travaillez pour ${named(locations)}, où rien ne peut être gardé.`,
    viewOnlyWithoutChildren: (locations) =>
      `${SHARES}. Vous travaillez pour ${named(locations)}, d’où l’on voit seulement ce qu’ont les lieux qui en dépendent, et il n’y en a pas encore.`,
    many: (memberships) =>
      `Vous ${memberships}, et ce formulaire attribue ce qu’il crée à un seul.`,
    belongs: (count, shown) =>
      `appartenez ${counted(count, 'au groupe de partage', 'groupes de partage', shown)}`,
    works: (count, shown) => `travaillez ${counted(count, 'au lieu', 'lieux', shown)}`,
    sees: (count, shown) =>
      `avez accès ${counted(count, 'au lieu', 'lieux', shown)} qui ${count === 1 ? 'dépend' : 'dépendent'} du vôtre`,
    others: (count) => `${count} autres`,
    notAtLevel: (level) =>
      `${GIVES} à votre lieu du niveau « ${level} », et vous ne travaillez ni dans un tel lieu, ni dans un lieu qui en dépend.`,
    notComputed: (found) =>
      `${GIVES} à un propriétaire que l’application détermine elle-même, ${found === 0 ? 'et n’en trouve aucun' : `et en trouve ${found}`}.`,
  },
  ask: {
    join: 'Demandez à votre superviseur de vous ajouter au groupe ou au lieu pour lequel vous travaillez. Le texte ci-dessous dit comment.',
    one: 'Demandez à votre superviseur de changer cela, pour que le propriétaire soit clair. Le texte ci-dessous dit comment.',
    owner:
      'Demandez à votre superviseur de changer cela, pour qu’il y ait un propriétaire. Le texte ci-dessous dit comment.',
  },
  situation: {
    noMembership:
      'Je ne suis dans aucun groupe de partage de cas, ni dans un lieu qui possède des cas.',
    onlyNonSharingGroups: (groups) =>
      `Le partage de cas (case sharing) est désactivé pour ${named(groups)}, où je suis.`,
    onlyNonOwningLocations: (locations, names) =>
      `Je suis affecté à ${named(locations)}, et « Owns Cases » n’est pas coché pour ${levels(names)}.`,
    viewOnlyWithoutChildren: (locations, names) =>
      `Je suis affecté à ${named(locations)}. Pour ${levels(names)}, « View Child Data » est coché et « Owns Cases » ne l’est pas, et aucun lieu qui en dépend ne possède de cas.`,
    many: (count) => `Pour le partage de cas, je compte pour ${count} :`,
    candidate: (name, kind, through) =>
      through === undefined
        ? `- ${name} (${KINDS[kind]})`
        : `- ${name} (${KINDS[kind]}, par « View Child Data » de ${through})`,
    level: (level, found) =>
      `L’application prend le propriétaire au niveau d’organisation « ${level} », et ${yields(found)}.`,
    expression: (found) =>
      `L’application prend le propriétaire de cette expression, et ${yields(found)} :`,
  },
  fix: {
    joinGroup: (whom) =>
      `Ajouter ${whom} à un groupe dont le partage de cas (case sharing) est activé.`,
    assignLocation: (whom) =>
      `Affecter ${whom} à un lieu dont le niveau d’organisation a « Owns Cases » coché.`,
    shareGroups: (groups) => `Activer le partage de cas (case sharing) pour ${named(groups)}.`,
    ownCases: (names) =>
      `Cocher « Owns Cases » pour ${levels(names)}. Cela vaut pour tous les lieux du niveau.`,
    addLocationBelow: (locations) =>
      `Ajouter sous ${named(locations)} un lieu qui possède des cas.`,
    keepOne: (whom) => `Ne laisser ${whom} que dans un seul de ceux-ci.`,
    whenLocationsCount: 'Un lieu compte si son niveau a « Owns Cases » coché.',
    stopViewing: (locations) =>
      `Décocher « View Child Data » pour le niveau d’organisation de ${named(locations)}. On n’y verra alors plus ce que possèdent les lieux qui en dépendent.`,
    assignLevel: (whom, level) =>
      `Affecter ${whom}, comme lieu principal, à un lieu du niveau d’organisation « ${level} » ou à un lieu qui en dépend.`,
    mendLevel: (level) =>
      `Faire prendre le propriétaire à un autre niveau d’organisation que « ${level} » (« case_owners » dans app.json), ou le faire demander (« owner_policy »).`,
    mendExpression:
      'Changer l’expression de l’application pour qu’elle donne un seul propriétaire (« case_owners » dans app.json), ou le faire demander (« owner_policy »).',
    ask: 'Faire demander le propriétaire par le formulaire : une question dont la réponse est enregistrée dans la propriété owner_id, pour chaque cas que le formulaire crée.',
  },
  report: {
    cannot: (things, app) =>
      `Je ne peux pas enregistrer ${and(things.map(withDe))}${app === '' ? '' : ` dans l’application « ${app} »`} : on ne sait pas quel groupe ou quel lieu en serait propriétaire.`,
    user: (name) => `Mon nom d’utilisateur : ${name}`,
    fixes: 'Chacun de ces changements résoudrait le problème :',
    thenSync: 'Ensuite il me suffira de synchroniser.',
  },
};

/** French about owners. Written so that the gender of a case type's name need not be known. */
export const ownerFr: OwnerStrings = {
  explain: explainOwner(SENTENCES),
  waysTitle: 'Ce que vous pouvez faire',
  fixesTitle: 'Ce qui résoudrait le problème',
  settings: 'Changer cela',
  fixesHint: 'Vous pouvez changer ces paramètres vous-même. Un seul changement suffit.',
  fillInFirst:
    'Ou remplissez le formulaire maintenant. Il est gardé sur cet ordinateur comme brouillon et pourra être envoyé dès qu’il y aura un propriétaire.',
  fillIn: 'Remplir maintenant, envoyer plus tard',
  chooseTitle: (caseTypes) => `À qui attribuer ce que vous enregistrez (${and(caseTypes)}) ?`,
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
      : `Appartient à ${owner} : visible pour ${and(people)}.`,
  reviewUnknownOwner: 'Appartient à quelqu’un hors de vos groupes et lieux.',
  reviewNobody: 'Personne ne le verra : aucun propriétaire ne le peut.',
  reviewClosed: 'Est terminé, et quitte les listes de tous.',
  reviewUnseen: 'Vous ne le verrez plus dans vos listes.',
  reviewUnseenNew: 'Vous ne le verrez pas dans vos listes.',
  confirm: 'Envoyer le formulaire',
  backToForm: 'Retour aux questions',
};

function counted(count: number, one: string, many: string, shown: readonly string[]): string {
  return count === 1
    ? `${one} ${shown[0] ?? ''}`
    : `à ${NUMBERS[count] ?? count} ${many}, ${and(shown)}`;
}

function yields(found: readonly string[]): string {
  return found.length === 0
    ? 'n’en trouve aucun pour moi'
    : `en trouve ${found.length} pour moi (${found.join(', ')})`;
}

function withDe(noun: string): string {
  return /^[aeiouyhàâéèêëîïôûœ]/i.test(noun) ? `d’${noun}` : `de ${noun}`;
}

function quoted(text: string): string {
  return `« ${text} »`;
}
