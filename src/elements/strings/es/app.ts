import type { AppStrings } from '../app-strings.ts';
import { plural } from '../words.ts';

/** Spanish for the page around case work. */
export const appEs: AppStrings = {
  loading: 'Un momento…',
  appNotes: {
    problems: (count) =>
      count === 1
        ? 'Una parte de esta aplicación no funciona tal como está. El resto sí.'
        : `${count} partes de esta aplicación no funcionan tal como están. El resto sí.`,
    practise: 'Practicar',
    practiceMeaning: 'Con casos inventados. Nada de lo que haga allí se envía ni se guarda.',
    practising: 'Práctica: nada se envía ni se guarda',
    endPractice: 'Terminar la práctica',
  },
  interfaceLanguage: { label: 'Idioma de esta página', automatic: 'Automático' },
  loadingCases: {
    title: 'Sus casos están en camino',
    preparing: 'El servidor los está preparando…',
    prepared: (percent) => `El servidor los está preparando: ${percent} % listo`,
    received: (size) => `${size} recibidos`,
    read: (percent) => `${percent} % leído`,
    saving: 'Guardándolos en este equipo…',
    once: 'La primera vez tarda un momento.',
    cancel: 'Cancelar',
  },
  signOut: 'Cerrar sesión',
  close: 'Cerrar la aplicación',
  inspect: 'Inspeccionar',
  fromFiles: 'Abierta desde archivos: nada sale de este equipo',
  unsent: (count) =>
    plural('es', count, '1 formulario sin enviar', `${count} formularios sin enviar`),
  drafts: (count) => plural('es', count, '1 borrador', `${count} borradores`),
  goOn: 'Continuar',
  saveCopy: 'Guardar una copia del formulario',
  saveAndLeave: 'Guardar y salir',
  formTitle: 'Este formulario no se puede abrir',
  formMeaning:
    'El propio formulario tiene un defecto. Nada de lo que usted escribió se ve afectado.',
  formRemedy: 'Envíe el texto de abajo a quien hizo la aplicación.',
  screenTitle: 'Esta página no se puede mostrar',
  screenMeaning: 'La aplicación tiene un defecto en este lugar. El resto funciona.',
  screenRemedy: 'Vuelva atrás y envíe el texto de abajo a quien hizo la aplicación.',
  assertionTitle: 'No puede seguir desde aquí',
  assertionRemedy: 'Vuelva atrás o pregunte a su supervisor.',
  saveTitle: 'El formulario no se pudo guardar',
  saveMeaning: 'Todo lo que escribió sigue aquí, en esta página.',
  saveRemedy: 'Lea el motivo de abajo e inténtelo de nuevo. No cierre esta página antes.',
  syncTitle: 'No se pudieron traer las novedades',
  syncRemedy:
    'Sus formularios están a salvo en este equipo. Sincronice otra vez o avise a su supervisor.',
  signInAgain: 'Iniciar sesión de nuevo',
  later: 'Ahora no',
  faults: (count) =>
    plural(
      'es',
      count,
      'Este formulario tiene un defecto',
      `Este formulario tiene ${count} defectos`,
    ),
  faultsMeaning:
    'Puede llenarlo y enviarlo, pero lo que debería calcular ahí queda vacío. Envíe los detalles a quien lo hizo.',
  sessionEnded:
    'Su sesión se ha cerrado. Inicie sesión de nuevo para enviar sus formularios; esta página queda como está.',
  ownerPending:
    'Lo que escribió se guarda como borrador. Podrá enviarlo cuando se haya cambiado la configuración.',
  apps: {
    title: 'Elija una aplicación',
    all: 'Todas las aplicaciones',
    empty: 'Este proyecto aún no tiene una aplicación para usted. Pregunte a su supervisor.',
    problem: 'Eso no funcionó',
    notOffered: (id) =>
      `La dirección que siguió lleva a una aplicación, «${id}», que aquí no se le ofrece.`,
  },
  link: {
    title: 'Esto lleva a otra aplicación',
    leadsTo: (host) => `Está en ${host}. Lo que hizo aquí se conserva.`,
    go: 'Ir allí',
    refused:
      'Esta no es una dirección de la web, por eso no se abre. Avise a quien hizo la aplicación.',
  },
  actAs: {
    open: 'Trabajar como…',
    title: 'Trabajar como otro usuario',
    meaning:
      'Usted ve lo que ve ese usuario, y los formularios que envíe cuentan como suyos. Queda registrado.',
    search: 'Buscar por nombre, grupo o lugar',
    nobody: 'Nadie tiene este nombre ni pertenece a un grupo o lugar así.',
    more: (count) =>
      count === 1 ? 'Uno más: escriba más del nombre.' : `${count} más: escriba más del nombre.`,
    unknown: 'No se puede llegar al servidor. Compruebe la conexión e inténtelo de nuevo.',
    found: (count) => (count === 1 ? 'Una persona encontrada' : `${count} personas encontradas`),
    end: (name) => `Volver a ${name}`,
  },
  movedRead: 'No mostrar más',
  movedMore: (count) =>
    plural('es', count, 'Otro ya no está en su lista.', `Otros ${count} ya no están en su lista.`),
  moved: (name, owner) =>
    owner === undefined
      ? `${name} ya no está en su lista.`
      : `${name} ahora pertenece a ${owner} y ya no está en su lista.`,
};
