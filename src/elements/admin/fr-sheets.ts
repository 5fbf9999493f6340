import type { NamedThing, SheetFault } from '../../sheets/sheet-problem.ts';
import { list, number, plural } from '../strings/words.ts';
import type { SheetStrings } from './sheet-strings.ts';

const count = (value: number, one: string, other: string) =>
  `${number('fr', value)} ${plural('fr', value, one, other)}`;

function some(names: readonly string[]): string {
  const rest = names.length - 10;
  return list('fr', rest > 1 ? [...names.slice(0, 10), `${rest} autres`] : names);
}

const NONE: Readonly<Record<NamedThing, string>> = {
  user: 'Il n’y a pas d’utilisateur',
  group: 'Il n’y a pas de groupe',
  location: 'Il n’y a pas de site',
  level: 'Il n’y a pas de niveau',
  table: 'Il n’y a pas de table',
};

function fault(of: SheetFault): string {
  switch (of.kind) {
    case 'emptySheet':
      return 'La feuille est vide : sa première ligne doit porter les titres.';
    case 'unknownColumn':
      return `Cette colonne n’existe pas : retirez-la, ou prenez l’une de ${of.known.join(', ')}.`;
    case 'missingColumn':
      return 'Cette colonne est nécessaire : ajoutez-la.';
    case 'missing':
      return 'Ceci est nécessaire : remplissez-le.';
    case 'twice':
      return `« ${of.value} » est déjà à la ligne ${of.row} : gardez l’une des deux.`;
    case 'unknown':
      return `${NONE[of.what]} « ${of.value} » : corrigez-le, ou ajoutez-le d’abord.`;
    case 'notOneOf':
      return `« ${of.value} » n’est pas l’un de : ${of.options.join(', ')}.`;
    case 'badCode':
      return `« ${of.value} » ne peut pas être un code : minuscules, chiffres, point, tiret et tiret bas.`;
    case 'badName':
      return `« ${of.value} » ne peut pas être un nom ici : une lettre d’abord, puis lettres, chiffres, tiret et tiret bas.`;
    case 'shortPassword':
      return 'Le mot de passe a besoin d’au moins 8 caractères.';
    case 'refused':
      return of.message;
  }
}

export const sheetsFr: SheetStrings = {
  hint: 'Changez beaucoup de choses à la fois dans un tableur : exportez, modifiez, importez. Rien ne change avant que vous ayez vu ce qui changerait.',
  export: 'Exporter',
  exportHint:
    'Ce qui est exporté peut être importé de nouveau. Les mots de passe ne sont jamais exportés.',
  exportAll: 'Tout dans un fichier Excel',
  csv: 'CSV',
  template: 'Modèle vide',
  import: 'Importer',
  choose: 'Fichiers Excel ou CSV',
  chooseHint:
    'Les lignes absentes du fichier restent comme elles sont, de même que ce pour quoi il n’a pas de colonne. Une cellule vide efface.',
  kinds: {
    people: 'Personnes',
    groups: 'Groupes',
    levels: 'Niveaux d’organisation',
    locations: 'Sites',
    table: 'Table de référence',
  },
  kindOf: (sheet) => `« ${sheet} » contient`,
  made: (names) => `${count(names.length, 'nouveau', 'nouveaux')} : ${some(names)}`,
  changed: (names) => `${count(names.length, 'modifié', 'modifiés')} : ${some(names)}`,
  left: (rows) => `${count(rows, 'ligne est', 'lignes sont')} déjà ainsi.`,
  nothing: 'Ce fichier ne change rien.',
  faults: (faults) =>
    `${count(faults, 'chose est', 'choses sont')} à corriger dans le fichier avant de pouvoir l’importer`,
  sheet: 'Feuille',
  row: 'Ligne',
  column: 'Colonne',
  what: 'Ce qui ne va pas',
  fault,
  more: (faults) => `Et ${number('fr', faults)} de plus.`,
  run: 'Importer',
  done: (changes) => `Importé : ${count(changes, 'changement fait', 'changements faits')}.`,
  columns: 'Colonnes',
  meaning: 'Ce qu’elle contient',
  meanings: {
    user_id:
      'Reste à la personne même si le nom d’utilisateur change. Vide pour une nouvelle personne.',
    username: 'Pour se connecter. Nécessaire.',
    name: 'Prénom et nom ensemble, s’ils n’ont pas leurs propres colonnes.',
    first_name: 'Prénom.',
    last_name: 'Nom de famille.',
    password:
      'Au moins 8 caractères ; nécessaire pour une nouvelle personne. Vide : reste tel quel.',
    kind: 'mobile ou web. Un utilisateur web partage par les sites seulement.',
    role: 'worker (agent) ou admin.',
    language: 'Code de la langue, comme fr.',
    is_active: 'yes ou no. Qui n’est pas actif ne peut pas se connecter.',
    location_code: 'Codes de sites, un par colonne ; le premier est le site principal.',
    group: 'Noms de groupes, un par colonne.',
    data: 'Ce que le projet veut savoir ; le nom suit le deux-points.',
    group_id: 'Reste au groupe même si son nom change. Vide pour un nouveau groupe.',
    'groups.name': 'Le nom du groupe. Nécessaire.',
    case_sharing: 'yes ou no : si ses membres partagent les dossiers qu’ils enregistrent.',
    delete: 'yes supprime le groupe. Ses dossiers sont gardés.',
    code: 'Un nom court qui ne change plus. Nécessaire.',
    'levels.name': 'Le nom du niveau.',
    owns_cases: 'yes ou no.',
    view_child_data: 'yes ou no.',
    location_id: 'Reste au site même si son code change. Vide pour un nouveau site.',
    site_code: 'Un nom court qu’aucun autre site n’a. Nécessaire.',
    'locations.name': 'Le nom du site. Nécessaire.',
    level: 'Code ou nom de son niveau d’organisation.',
    parent_code: 'Code du site au-dessus ; vide au sommet.',
    external_id: 'Son identifiant dans un autre système.',
    latitude: 'Degrés nord, comme -3.35.',
    longitude: 'Degrés est.',
    is_archived: 'yes ou no. Ce qui est en dessous est archivé avec.',
  },
  tableHint:
    'La feuille d’une table porte le nom de la table et contient toutes ses lignes ; une colonne pour chacune de la table (les attributs commencent par @), puis user 1, group 1, location 1 pour qui reçoit la ligne.',
};
