import { explainOwner } from '../explain-owner.ts';
import type { OwnerSentences } from '../owner-sentences.ts';
import type { OwnerStrings } from '../owner-strings.ts';
import { list } from '../words.ts';

const KINDS = { group: 'grupo', location: 'ubicación' } as const;

const and = (items: readonly string[]) => list('es', items);
const quoted = (text: string) => `«${text}»`;
const named = (names: readonly string[]) =>
  names.length === 0 ? 'una ubicación' : and(names.map(quoted));
const levels = (names: readonly string[]) =>
  names.length === 0
    ? 'su nivel de organización'
    : `el nivel de organización ${and(names.map(quoted))}`;

const GIVES = 'Este formulario asigna lo que crea';
const SHARES = 'Lo que crea este formulario se comparte con un grupo o una ubicación';

const SENTENCES: OwnerSentences = {
  code: 'es',
  case: 'caso',
  me: 'mi cuenta',
  thisUser: 'esta persona',
  title: (things) => `Aún no puede registrar: ${and(things)}`,
  meanwhile: () => 'Lo que ya está registrado se puede seguir abriendo y cambiando.',
  why: {
    noMembership: () => `${SHARES}, y usted aún no pertenece a ninguno.`,
    onlyNonSharingGroups: (groups) =>
      `${SHARES}. Usted solo pertenece a ${named(groups)}, donde no se comparte nada.`,
    onlyNonOwningLocations: (locations) =>
      `${SHARES}. Usted trabaja para ${named(locations)}, donde no se puede guardar nada.`,
    viewOnlyWithoutChildren: (locations) =>
      `${SHARES}. Usted trabaja para ${named(locations)}, desde donde solo se ve lo que tienen las ubicaciones de abajo, y aún no hay ninguna.`,
    many: (memberships) => `Usted ${memberships}, y este formulario asigna lo que crea a uno solo.`,
    belongs: (count, shown) => `pertenece ${counted(count, 'al grupo', 'grupos', shown)}`,
    works: (count, shown) => `trabaja para ${counted(count, 'la ubicación', 'ubicaciones', shown)}`,
    sees: (count, shown) =>
      `ve los casos de ${counted(count, 'la ubicación', 'ubicaciones', shown)} por debajo de la suya`,
    others: (count) => `otros ${count}`,
    notAtLevel: (level) =>
      `${GIVES} a su lugar del nivel «${level}», y usted no trabaja en uno así ni por debajo de uno.`,
    notComputed: (found) =>
      `${GIVES} a un propietario que la aplicación averigua por sí misma, y ha encontrado ${found === 0 ? 'ninguno' : found}.`,
  },
  ask: {
    join: 'Pida a su supervisor que lo añada al grupo o a la ubicación para la que trabaja. El texto de abajo dice cómo.',
    one: 'Pida a su supervisor que cambie esto, para que esté claro quién es el propietario. El texto de abajo dice cómo.',
    owner:
      'Pida a su supervisor que cambie esto, para que haya un propietario. El texto de abajo dice cómo.',
  },
  situation: {
    noMembership:
      'No estoy en ningún grupo para compartir casos, ni en una ubicación que posea casos.',
    onlyNonSharingGroups: (groups) =>
      `Estoy en ${named(groups)}, donde compartir casos (case sharing) está desactivado.`,
    onlyNonOwningLocations: (locations, names) =>
      `Estoy asignado a ${named(locations)}, y «Owns Cases» no está marcado en ${levels(names)}.`,
    viewOnlyWithoutChildren: (locations, names) =>
      `Estoy asignado a ${named(locations)}. En ${levels(names)} está marcado «View Child Data» y no «Owns Cases», y ninguna ubicación de abajo posee casos.`,
    many: (count) => `Para compartir casos cuento para ${count}:`,
    candidate: (name, kind, through) =>
      through === undefined
        ? `- ${name} (${KINDS[kind]})`
        : `- ${name} (${KINDS[kind]}, por «View Child Data» de ${through})`,
    level: (level, found) =>
      `La aplicación toma el propietario del nivel de organización «${level}», y ${finds(found)}.`,
    expression: (found) =>
      `La aplicación toma el propietario de esta expresión, y ${finds(found)}:`,
  },
  fix: {
    joinGroup: (whom) =>
      `Añadir ${whom} a un grupo que tenga activado compartir casos (case sharing).`,
    assignLocation: (whom) =>
      `Asignar ${whom} a una ubicación cuyo nivel de organización tenga marcado «Owns Cases».`,
    shareGroups: (groups) => `Activar compartir casos (case sharing) en ${named(groups)}.`,
    ownCases: (names) =>
      `Marcar «Owns Cases» en ${levels(names)}. Vale para todas las ubicaciones del nivel.`,
    addLocationBelow: (locations) =>
      `Añadir debajo de ${named(locations)} una ubicación que posea casos.`,
    keepOne: (whom) => `Dejar ${whom} en uno solo de estos.`,
    whenLocationsCount: 'Una ubicación cuenta cuando su nivel tiene marcado «Owns Cases».',
    stopViewing: (locations) =>
      `Desmarcar «View Child Data» en el nivel de organización de ${named(locations)}. Lo que poseen las ubicaciones de abajo ya no se verá allí.`,
    assignLevel: (whom, level) =>
      `Asignar ${whom}, como ubicación principal, a una ubicación del nivel de organización «${level}» o a una por debajo.`,
    mendLevel: (level) =>
      `Hacer que la aplicación tome el propietario de otro nivel de organización que «${level}» («case_owners» en app.json), o que pregunte («owner_policy»).`,
    mendExpression:
      'Cambiar la expresión de la aplicación para que dé un solo propietario («case_owners» en app.json), o hacer que pregunte («owner_policy»).',
    ask: 'Hacer que el formulario pregunte por el propietario: una pregunta cuya respuesta se guarda en la propiedad owner_id, para cada caso que crea el formulario.',
  },
  report: {
    cannot: (things, app) =>
      `No puedo registrar (${and(things)})${app === '' ? '' : ` en la aplicación «${app}»`}, porque no está claro qué grupo o ubicación sería el propietario.`,
    user: (name) => `Mi nombre de usuario: ${name}`,
    fixes: 'Cualquiera de estos cambios lo resolvería:',
    thenSync: 'Después solo tengo que sincronizar.',
  },
};

/** Spanish about owners. Written so that the gender of a case type's name need not be known. */
export const ownerEs: OwnerStrings = {
  explain: explainOwner(SENTENCES),
  waysTitle: 'Qué puede hacer',
  fixesTitle: 'Qué lo resolvería',
  settings: 'Cambiarlo',
  fixesHint: 'Usted mismo puede cambiar esta configuración. Basta con uno de los cambios.',
  fillInFirst:
    'O llene el formulario ahora. Se guarda en este equipo como borrador y se podrá enviar en cuanto haya un propietario.',
  fillIn: 'Llenar ahora, enviar después',
  chooseTitle: (caseTypes) => `¿A quién debe pertenecer lo que registra (${and(caseTypes)})?`,
  chooseHint:
    'Todas las personas del grupo o de la ubicación que elija podrán verlo y trabajar con ello.',
  choose: 'Continuar',
  chooseMissing: 'Elija uno de estos',
  dontKnow: 'Si no está seguro',
  group: 'grupo',
  location: 'ubicación',
  reportTitle: 'Texto para su supervisor',
  reportHint: 'Cópielo en un mensaje. Dice qué hay que cambiar y dónde.',
  copy: 'Copiar el texto',
  copied: 'Copiado. Péguelo en un mensaje a su supervisor.',
  copyFailed: 'Este navegador no permite copiar. El texto está seleccionado: pulse Ctrl+C.',
  checkAgain: 'Sincronizar y comprobar',
  checking: 'Comprobando…',
  back: 'Atrás',
  details: 'Mensaje en palabras de CommCare',
  reviewTitle: '¿Quién lo verá?',
  reviewNew: 'nuevo',
  reviewOwner: (owner, people) =>
    people.length === 0
      ? `Pertenece a ${owner}.`
      : `Pertenece a ${owner}: visible para ${and(people)}.`,
  reviewUnknownOwner: 'Pertenece a alguien fuera de sus grupos y ubicaciones.',
  reviewNobody: 'Nadie lo verá: ningún propietario puede.',
  reviewClosed: 'Está cerrado y sale de las listas de todos.',
  reviewUnseen: 'Ya no lo verá en sus listas.',
  reviewUnseenNew: 'No lo verá en sus listas.',
  confirm: 'Enviar formulario',
  backToForm: 'Volver a las preguntas',
};

function counted(count: number, one: string, many: string, shown: readonly string[]): string {
  if (count === 1) return `${one} ${shown[0] ?? ''}`;
  const before = one.startsWith('al ') ? 'a ' : '';
  return `${before}${count} ${many}, ${and(shown)}`;
}

function finds(found: readonly string[]): string {
  return found.length === 0
    ? 'no encuentra ninguno para mí'
    : `encuentra ${found.length} para mí (${found.join(', ')})`;
}
