import type { DraftChange } from '../../case/draft.ts';
import type { CaseStrings } from '../case-strings.ts';
import { ago, fileSize, list, number, plural } from '../words.ts';

const n = (value: number) => number('es', value);
const and = (items: readonly string[]) => list('es', items);
const forms = (count: number) => plural('es', count, '1 formulario', `${n(count)} formularios`);
const agree = (count: number, word: string) => plural('es', count, word, `${word}s`);

/** Spanish for case work. */
export const caseEs: CaseStrings = {
  signIn: {
    title: 'Iniciar sesión',
    username: 'Nombre de usuario',
    password: 'Contraseña',
    showPassword: 'Mostrar la contraseña',
    hidePassword: 'Ocultar la contraseña',
    submit: 'Iniciar sesión',
    busy: 'Iniciando sesión…',
    problem: 'No ha iniciado sesión',
    enterUsername: 'Escriba su nombre de usuario',
    enterPassword: 'Escriba su contraseña',
  },
  frame: {
    skip: 'Ir a la página',
    breadcrumbs: 'Dónde está',
    menu: 'Menú',
    bar: 'Proyecto',
  },
  menu: {
    empty: 'Esta aplicación no tiene nada que abrir aquí. Avise a quien la hizo.',
    whatToDo: 'Ver qué puede hacer',
    leftOut: (count) => plural('es', count, 'Falta 1 opción', `Faltan ${n(count)} opciones`),
    missingTables: (names) =>
      `Lee ${and(names.map((name) => `«${name}»`))}, que no está en este equipo.`,
  },
  list: {
    search: 'Buscar',
    searchHint: 'Deben coincidir todas las palabras, en cualquier columna',
    pageSize: 'Filas por página',
    moreOfTile: 'Más sobre este caso',
    clear: 'Borrar la búsqueda',
    shown: (shown, total) =>
      shown === total
        ? `${n(total)} en esta lista`
        : `${n(shown)} de ${n(total)} ${plural('es', shown, 'coincide', 'coinciden')}`,
    emptyTitle: 'Nada todavía',
    empty: (owners) =>
      owners.length === 0
        ? 'Lo que usted registre aparece aquí.'
        : `Lo que registre usted o registre ${and(owners)} aparece aquí.`,
    noMatch: (search) => `Nada coincide con «${search}».`,
    sortBy: (column) => `Ordenar por ${column}`,
    open: 'Abrir',
    pages: 'Páginas de esta lista',
    previous: 'Anterior',
    next: 'Siguiente',
    page: (page, total) => `Página ${n(page)} de ${n(total)}`,
    unnamed: 'Sin nombre',
    continueWith: (count) => (count === 0 ? 'Continuar' : `Continuar con ${n(count)}`),
    chosen: (count) => `${n(count)} ${agree(count, 'elegido')}`,
    chooseAll: (count) => plural('es', count, 'Elegir este', `Elegir estos ${n(count)}`),
    chooseNone: 'No elegir ninguno de estos',
    export: 'Guardar como tabla (CSV)',
    orderBy: 'Orden',
    ownOrder: 'El de la aplicación',
    order: (column, descending) =>
      descending ? `${column}, descendente` : `${column}, ascendente`,
    nothingFound: 'No se encontró nada',
    notFound: 'Vuelva atrás y busque con otras palabras.',
    chosenTile: 'Elegido',
    most: (count) => `Se pueden elegir ${n(count)} como máximo. Quite uno antes de añadir otro.`,
  },
  query: {
    title: 'Buscar en todos los casos',
    search: 'Buscar',
    clear: 'Borrar las respuestas',
    back: 'Volver',
    stop: 'Dejar de buscar',
    busy: 'Buscando…',
    earlier: 'La lista muestra todavía lo que se encontró antes.',
    faulty: 'Revise primero estas respuestas',
    required: 'obligatoria',
    missing: 'Dé una respuesta',
    invalid: 'Esto no se puede buscar',
    choose: 'Elegir',
    any: 'Cualquiera',
    noChoices: 'Aquí aún no hay nada que elegir.',
    blankToo: 'También donde esto no se sabe',
    from: 'Desde',
    to: 'Hasta',
  },
  remote: {
    offline: {
      title: 'No se puede llegar al servidor',
      body: 'Buscar casos de otros necesita conexión. Sus propias listas y formularios funcionan sin ella.',
    },
    signIn: {
      title: 'Su sesión está cerrada',
      body: 'Inicie sesión de nuevo y vuelva a intentarlo.',
    },
    retry: {
      title: 'El servidor está ocupado',
      body: 'Inténtelo de nuevo en un momento.',
    },
    refused: {
      title: 'El servidor no lo hizo',
      body: 'Intentarlo otra vez no servirá. Cambie lo que pide o avise a quien hizo la aplicación.',
    },
    noServer: {
      title: 'No hay servidor para esto',
      body: 'Esta aplicación pregunta a un servidor al que aquí no está conectada. Sus propias listas y formularios funcionan.',
    },
  },
  post: {
    title: 'Trayendo este caso para usted',
    busy: 'Se pide al servidor que comparta este caso con usted…',
  },
  detail: {
    continue: 'Continuar',
    print: 'Imprimir',
    cancel: 'Volver a la lista',
    tabs: 'Detalles',
    table: 'Tabla',
    owner: (owner, people) => (people.length === 0 ? owner : `${owner}: ${people.join(', ')}`),
    nobody: 'No pertenece a nadie',
    seenThrough: (owner, people, through) => {
      const who = people.length === 0 ? owner : `${and(people)} (${owner})`;
      return `También visible para ${who}, por «${through}»`;
    },
    empty: 'No hay nada que mostrar.',
    noValue: 'Vacío',
    graph: 'Gráfico',
    numbers: 'Como tabla',
  },
  sync: {
    now: 'Sincronizar ahora',
    syncing: 'Sincronizando…',
    allSent: 'Todo enviado',
    waiting: (count) => `${forms(count)} en espera`,
    offline: 'Sin conexión: guardado en este equipo',
    offlineWaiting: (count) =>
      `Sin conexión: ${forms(count)} ${agree(count, 'guardado')} en este equipo`,
    rejected: (count) => `${forms(count)} no ${agree(count, 'aceptado')}`,
    signedOut: 'Sesión cerrada',
    signIn: 'Inicie sesión de nuevo para enviar',
    last: (time) => `Última sincronización ${time}`,
    never: 'Aún sin sincronizar',
  },
  outbox: {
    title: 'Formularios en este equipo',
    empty: 'Todos los formularios están enviados. Los que falten por enviar aparecen aquí.',
    rejectedTitle: (count) => `${forms(count)} no ${agree(count, 'aceptado')}`,
    rejectedHelp: 'El servidor no los aceptó tal como están. Quedan aquí hasta que usted decida.',
    waitingTitle: (count) => `${forms(count)} por enviar`,
    waitingHelp: 'Se envían solos en cuanto se pueda llegar al servidor.',
    sending: 'Enviando ahora…',
    waiting: 'En espera',
    filled: (time) => `Terminado ${time}`,
    reason: 'Motivo:',
    retry: 'Enviar de nuevo',
    keep: 'Guardar una copia en un archivo',
    remove: 'Eliminar',
    about: (action, form) => `${action}: ${form}`,
    confirmTitle: (form) => `¿Eliminar «${form}» para siempre?`,
    confirm:
      'Sus respuestas nunca se enviaron y solo existen en este equipo. En caso de duda, guarde antes una copia.',
    cancel: 'Conservarlo',
  },
  drafts: {
    title: 'Borradores',
    empty: 'No hay borradores. Los formularios que deje antes de enviarlos se guardan aquí.',
    ownerPending: 'Lleno. Espera hasta que esté claro a quién pertenece.',
    changed: (time) => `Cambiado ${time}`,
    answered: (percent) => `${percent} respondido`,
    changedSince: 'Algo ha cambiado desde que empezó',
    changedTitle: 'Algo ha cambiado desde que empezó este formulario',
    changedMeaning: 'Sus respuestas están como las dejó. Revise las que esto pueda afectar.',
    change: changeEs,
    moreChanges: (count) => plural('es', count, 'y 1 más', `y ${count} más`),
    oldForm:
      'La aplicación se actualizó desde que empezó. Aquí sigue con las preguntas de entonces.',
    newQuestions: 'Las preguntas de entonces ya no se conservan. Aquí sigue con las de hoy.',
    begun: 'Ya ha empezado este formulario',
    begunOf: (name) => `Ya ha empezado este formulario para ${name}`,
    startAnew: 'Empezar de nuevo',
    keptUntilSent:
      'Si empieza de nuevo, las respuestas de arriba quedan entre sus borradores hasta que se envíe el nuevo formulario.',
    keptBeside: 'Si empieza de nuevo, las respuestas de arriba quedan entre sus borradores.',
    resume: 'Continuar',
    remove: 'Eliminar',
    about: (action, form) => `${action}: ${form}`,
    confirmTitle: (form) => `¿Eliminar el borrador «${form}»?`,
    confirm: 'Sus respuestas solo existen en este equipo y se perderán.',
    cancel: 'Conservarlo',
  },
  submitted: {
    sent: 'Formulario enviado',
    sentBody: (form) => `«${form}» está en el servidor.`,
    saved: 'Guardado en este equipo',
    savedBody: (form) => `«${form}» se enviará solo cuando se pueda llegar al servidor.`,
    rejected: 'Formulario no aceptado',
    rejectedBody: (form) =>
      `El servidor no aceptó «${form}». No se pierde nada: está guardado en este equipo.`,
    ownedBy: (owner, people) => `Pertenece a ${owner}: visible para ${and(people)}`,
    ownedByNobodyElse: (owner) => `Pertenece a ${owner}`,
    next: '¿Y ahora?',
  },
  open: {
    title: 'Abrir una aplicación o un formulario',
    intro: 'Sus archivos se quedan en este equipo.',
    drop: 'Suelte archivos aquí o elíjalos:',
    dropNow: 'Suelte para añadir los archivos',
    chooseApp: 'Elegir aplicación o formulario',
    chooseRestore: 'Elegir los casos',
    chooseFolder: 'Elegir una carpeta',
    folderHint: 'con una aplicación descomprimida',
    addressLabel: 'O dé la dirección de una aplicación',
    addressError: 'Escriba una dirección que empiece por https://',
    addAddress: 'Añadir dirección',
    appHint: 'Una aplicación CommCare (.ccz) o un solo XForm (.xml)',
    restoreHint: 'Con una aplicación: el restore del usuario (.xml)',
    given: 'Listo para abrir',
    app: 'Aplicación',
    form: 'Formulario',
    restore: 'Casos y usuario',
    folder: 'Carpeta con una aplicación',
    address: 'Se trae de allí al abrirla',
    unknown: 'Ni aplicación, ni formulario, ni restore',
    size: (bytes) => fileSize('es', bytes),
    remove: (name) => `Quitar ${name}`,
    open: 'Abrir',
    busy: 'Abriendo…',
    needsApp:
      'Un restore contiene un usuario y casos, pero ningún formulario. Añada la aplicación que trabaja con ellos.',
    unreadable: (name) =>
      `${name} no es una aplicación (.ccz), ni un formulario (.xml), ni un restore (.xml). Quítelo y elija otro archivo.`,
    problem: (count) => plural('es', count, 'No se pudo abrir', `${n(count)} cosas lo impiden`),
    place: (file, line) => (line === undefined ? file : `${file}, línea ${n(line)}`),
  },
  problem: {
    title: 'Algo salió mal',
    details: 'Detalles para soporte',
    retry: 'Intentar de nuevo',
    back: 'Volver',
    safe: 'Sus respuestas están guardadas en este equipo.',
  },
  ago: (seconds) => ago('es', seconds),
  copied: 'Copiado',
  user: 'Sesión de',
};

function changeEs(change: DraftChange): string {
  switch (change.kind) {
    case 'form':
      return `El formulario es más nuevo (versión ${change.now}, empezado con ${change.before}).`;
    case 'caseGone':
      return `${change.caseName} ya no está en este equipo.`;
    case 'caseClosed':
      return `${change.caseName} se ha cerrado.`;
    case 'property':
      return `${change.caseName}, ${change.property}: «${change.before}» ahora es «${change.now}».`;
  }
}
